package store

import (
	"errors"
	"fmt"
	"strconv"

	"transferdesk/internal/history"
	"transferdesk/internal/transfer"
)

// Spans are changes of how many legs took how long.
type Spans map[history.Key]*spanChange

// spanChange is what becomes of one key.
type spanChange struct {
	done, open int64
	counts     map[int64]int64 // by place
}

// placeOf packs a level and its bucket into one number, and a query unpacks it.
func placeOf(level int, bucket int64) int64 { return bucket*history.Levels + int64(level) }

// Add counts a leg by n, which is 1 when it comes and -1 when it goes: among all, and
// among those of its code if it has one.
func (s Spans) Add(leg transfer.Leg, n int64) {
	s.add(history.Key{Leg: string(leg.Name)}, leg, n)
	if leg.Code != "" {
		s.add(history.Key{Leg: string(leg.Name), Code: leg.Code}, leg, n)
	}
}

func (s Spans) add(key history.Key, leg transfer.Leg, n int64) {
	change := s[key]
	if change == nil {
		change = &spanChange{counts: map[int64]int64{}}
		s[key] = change
	}
	if !leg.Done {
		change.open += n
		return
	}
	change.done += n
	for level, bucket := range history.Buckets(leg.Took()) {
		change.counts[placeOf(level, bucket)] += n
	}
}

// SaveSpans changes the numbers; one that comes to 0 goes away.
func (tx *Tx) SaveSpans(m Model, changes Spans) error {
	if len(changes) == 0 {
		return nil
	}
	for key, change := range changes {
		if err := tx.saveSpan(m, key, *change); err != nil {
			return fmt.Errorf("counting %v: %w", key, err)
		}
	}
	if _, err := tx.exec(m.of(`DELETE FROM rm_legs WHERE done = 0 AND open = 0`)); err != nil {
		return fmt.Errorf("dropping empty counts: %w", err)
	}
	return nil
}

// saveSpan changes the counts of one key by one statement, whatever their number:
// most batches change some hundreds. One for all keys took 2.4 times as long: each row
// has its key read out of the JSON again.
func (tx *Tx) saveSpan(m Model, key history.Key, change spanChange) error {
	if change.done != 0 || change.open != 0 {
		_, err := tx.exec(m.of(`INSERT INTO rm_legs (leg, code, done, open) VALUES (?, ?, ?, ?)
			ON CONFLICT (leg, code) DO UPDATE SET done = done + excluded.done, open = open + excluded.open`), key.Leg, key.Code, change.done, change.open)
		if err != nil {
			return err
		}
	}
	counts := objectOf(change.counts)
	if counts == "{}" {
		return nil
	}
	_, err := tx.exec(m.of(`INSERT INTO rm_spans (leg, code, level, bucket, n)
		SELECT ?1, ?2, key % ?3, key / ?3, value FROM json_each(?4) WHERE true
		ON CONFLICT (leg, code, level, bucket) DO UPDATE SET n = n + excluded.n`), key.Leg, key.Code, history.Levels, counts)
	for place, n := range change.counts {
		if n < 0 && err == nil {
			_, err = tx.exec(m.of(`DELETE FROM rm_spans WHERE leg = ?1 AND code = ?2 AND level = ?4 % ?3 AND bucket = ?4 / ?3 AND n = 0`),
				key.Leg, key.Code, history.Levels, place)
		}
	}
	return err
}

// objectOf gives numbers by number as a JSON object, for a query to read; zeros are
// left out.
func objectOf(numbers map[int64]int64) string {
	out := []byte{'{'}
	for key, n := range numbers {
		if n == 0 {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(strconv.AppendInt(append(out, '"'), key, 10), '"', ':')
		out = strconv.AppendInt(out, n, 10)
	}
	return string(append(out, '}'))
}

// legCount is how many legs of a key are done, and how many may still be.
type legCount struct{ done, open int64 }

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
