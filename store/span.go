package store

import (
	"encoding/json"
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

// SaveSpans changes the numbers; one that comes to 0 goes away. Whatever their number,
// the counts of all keys are one statement, and the places another: a small batch
// changes some dozens of keys, and a statement for each would cost more than the rows.
func (tx *Tx) SaveSpans(m Model, changes Spans) error {
	if len(changes) == 0 {
		return nil
	}
	list, err := changes.list()
	if err != nil {
		return fmt.Errorf("counting how long things took: %w", err)
	}
	_, err = tx.exec(m.of(`INSERT INTO rm_legs (leg, code, done, open)
		SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
		ON CONFLICT (leg, code) DO UPDATE SET done = done + excluded.done, open = open + excluded.open`), list)
	if err == nil {
		_, err = tx.exec(m.of(`INSERT INTO rm_spans (leg, code, level, bucket, n)
			SELECT k.value ->> 0, k.value ->> 1, p.key % ?2, p.key / ?2, p.value
			FROM json_each(?1) k CROSS JOIN json_each(k.value, '$[4]') p WHERE p.value <> 0
			ON CONFLICT (leg, code, level, bucket) DO UPDATE SET n = n + excluded.n`), list, history.Levels)
	}
	if err == nil {
		err = tx.dropEmptySpans(m, changes)
	}
	if err != nil {
		return fmt.Errorf("counting how long things took: %w", err)
	}
	return nil
}

// dropEmptySpans takes away what came to 0: only what was lessened can have.
func (tx *Tx) dropEmptySpans(m Model, changes Spans) error {
	for key, change := range changes {
		for place, n := range change.counts {
			if n >= 0 {
				continue
			}
			_, err := tx.exec(m.of(`DELETE FROM rm_spans WHERE leg = ?1 AND code = ?2 AND level = ?4 % ?3 AND bucket = ?4 / ?3 AND n = 0`),
				key.Leg, key.Code, history.Levels, place)
			if err != nil {
				return err
			}
		}
	}
	_, err := tx.exec(m.of(`DELETE FROM rm_legs WHERE done = 0 AND open = 0`))
	return err
}

// list gives the changes as a JSON list of [leg, code, done, open, {place: n}], for a
// query to read.
func (s Spans) list() (string, error) {
	out := []byte{'['}
	for key, change := range s {
		named, err := json.Marshal([2]string{key.Leg, key.Code})
		if err != nil {
			return "", err
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(out, named[:len(named)-1]...)
		out = strconv.AppendInt(append(out, ','), change.done, 10)
		out = strconv.AppendInt(append(out, ','), change.open, 10)
		out = append(appendObject(append(out, ','), change.counts), ']')
	}
	return string(append(out, ']')), nil
}

// appendObject adds numbers by number as a JSON object.
func appendObject(out []byte, numbers map[int64]int64) []byte {
	out = append(out, '{')
	first := true
	for key, n := range numbers {
		if !first {
			out = append(out, ',')
		}
		first = false
		out = append(strconv.AppendInt(append(out, '"'), key, 10), '"', ':')
		out = strconv.AppendInt(out, n, 10)
	}
	return append(out, '}')
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
