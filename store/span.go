package store

import (
	"errors"
	"fmt"

	"transferdesk/internal/history"
	"transferdesk/internal/transfer"
)

// Spans are changes of how many legs took how long.
type Spans struct {
	counts map[spanKey]int64
	legs   map[history.Key]legCount
}

// spanKey names one bucket.
type spanKey struct {
	history.Key
	level  int
	bucket int64
}

// legCount is how many legs of a key are done, and how many may still be.
type legCount struct{ done, open int64 }

// Add counts a leg by n, which is 1 when it comes and -1 when it goes: among all, and
// among those of its code if it has one.
func (s *Spans) Add(leg transfer.Leg, n int64) {
	if s.legs == nil {
		s.counts, s.legs = map[spanKey]int64{}, map[history.Key]legCount{}
	}
	s.add(history.Key{Leg: string(leg.Name)}, leg, n)
	if leg.Code != "" {
		s.add(history.Key{Leg: string(leg.Name), Code: leg.Code}, leg, n)
	}
}

func (s *Spans) add(key history.Key, leg transfer.Leg, n int64) {
	have := s.legs[key]
	if !leg.Done {
		have.open += n
		s.legs[key] = have
		return
	}
	have.done += n
	s.legs[key] = have
	for level, bucket := range history.Buckets(leg.Took()) {
		s.counts[spanKey{key, level, bucket}] += n
	}
}

// SaveSpans changes the numbers; one that comes to 0 goes away.
func (tx *Tx) SaveSpans(m Model, changes Spans) error {
	for at, n := range changes.counts {
		if err := tx.saveSpan(m, at, n); err != nil {
			return fmt.Errorf("counting %v: %w", at.Key, err)
		}
	}
	for key, n := range changes.legs {
		if n == (legCount{}) {
			continue
		}
		_, err := tx.exec(m.of(`INSERT INTO rm_legs (leg, code, done, open) VALUES (?, ?, ?, ?)
			ON CONFLICT (leg, code) DO UPDATE SET done = done + excluded.done, open = open + excluded.open`), key.Leg, key.Code, n.done, n.open)
		if err != nil {
			return fmt.Errorf("counting %v: %w", key, err)
		}
	}
	if len(changes.legs) == 0 {
		return nil
	}
	if _, err := tx.exec(m.of(`DELETE FROM rm_legs WHERE done = 0 AND open = 0`)); err != nil {
		return fmt.Errorf("dropping empty counts: %w", err)
	}
	return nil
}

func (tx *Tx) saveSpan(m Model, at spanKey, n int64) error {
	if n == 0 {
		return nil
	}
	_, err := tx.exec(m.of(`INSERT INTO rm_spans (leg, code, level, bucket, n) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (leg, code, level, bucket) DO UPDATE SET n = n + excluded.n`), at.Leg, at.Code, at.level, at.bucket, n)
	if err != nil || n > 0 {
		return err
	}
	_, err = tx.exec(m.of(`DELETE FROM rm_spans WHERE leg = ? AND code = ? AND level = ? AND bucket = ? AND n = 0`), at.Leg, at.Code, at.level, at.bucket)
	return err
}

// History gives how long everything has taken, exact, for every leg and code.
func (r *Reader) History() (history.Table, error) {
	counts, err := r.legCounts()
	if err != nil {
		return nil, fmt.Errorf("reading the history: %w", err)
	}
	table := history.Table{}
	for key, n := range counts {
		f := history.Figures{N: n.done, Open: n.open}
		if f.Told() {
			if err := r.percentiles(key, &f); err != nil {
				return nil, fmt.Errorf("reading the history of %v: %w", key, err)
			}
		}
		table[key] = f
	}
	return table, nil
}

func (r *Reader) percentiles(key history.Key, f *history.Figures) (err error) {
	read := func(level int, from, to int64) ([]history.Bucket, error) { return r.buckets(key, level, from, to) }
	if f.P50, err = history.Find(history.Rank(f.N, 50), read); err != nil {
		return err
	}
	f.P90, err = history.Find(history.Rank(f.N, 90), read)
	return err
}

func (r *Reader) legCounts() (counts map[history.Key]legCount, err error) {
	rows, err := r.query(`SELECT leg, code, done, open FROM rm_legs`)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	counts = map[history.Key]legCount{}
	for rows.Next() {
		var key history.Key
		var n legCount
		if err := rows.Scan(&key.Leg, &key.Code, &n.done, &n.open); err != nil {
			return nil, err
		}
		counts[key] = n
	}
	return counts, rows.Err()
}

func (r *Reader) buckets(key history.Key, level int, from, to int64) (all []history.Bucket, err error) {
	rows, err := r.query(`SELECT bucket, n FROM rm_spans WHERE leg = ? AND code = ? AND level = ? AND bucket >= ? AND bucket < ?
		ORDER BY bucket`, key.Leg, key.Code, level, from, to)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var b history.Bucket
		if err := rows.Scan(&b.At, &b.N); err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, rows.Err()
}
