package store

import (
	"errors"
	"fmt"
	"time"
)

// BecameOutOfOrder is what an arrival became that was applied, and placed before
// something that was held already. Beside it stand the Status… constants.
const BecameOutOfOrder = "out_of_order"

// How many minutes the counts reach back from the newest arrival, and how far an
// earlier one may lie ahead of it: one further ahead came while the clock was wrong.
const (
	minutesKept  = 24 * 60
	minutesAhead = 60
)

// minuteKey names one count.
type minuteKey struct {
	minute int64
	became string
}

// Minutes are changes of the counts by minute, in the order of the arrivals. The
// zero Minutes changes nothing.
type Minutes struct {
	counts      map[minuteKey]int64
	latest      int64 // minute of the last arrival counted
	first, last int64 // minutes that none of the arrivals has put out of reach
}

// Count takes note of one arrival and of what it became. What then lies more than
// 24 hours back is forgotten, as if arrival by arrival: the counts follow from the
// arrivals alone, however these are cut into batches.
func (m *Minutes) Count(at time.Time, became string) {
	minute := stamp(at) / time.Minute.Microseconds()
	if m.counts == nil {
		m.counts, m.latest = map[minuteKey]int64{}, minute
		m.first, m.last = reach(minute)
	}
	if minute < m.latest { // forgetting can wait while time goes on
		m.forget(m.latest)
		m.forget(minute)
	}
	first, last := reach(minute)
	m.first, m.last, m.latest = max(m.first, first), min(m.last, last), minute
	m.counts[minuteKey{minute, became}]++
}

// reach is which minutes count when one arrives in the given one.
func reach(minute int64) (first, last int64) { return minute - minutesKept + 1, minute + minutesAhead }

// forget drops what is out of reach from a minute.
func (m *Minutes) forget(from int64) {
	first, last := reach(from)
	for key := range m.counts {
		if key.minute < first || key.minute > last {
			delete(m.counts, key)
		}
	}
}

// SaveMinutes changes the counts.
func (tx *Tx) SaveMinutes(m Model, changes Minutes) error {
	if changes.counts == nil {
		return nil
	}
	if _, err := tx.exec(m.of(`DELETE FROM rm_minutes WHERE minute < ?`), changes.first); err != nil {
		return fmt.Errorf("forgetting old counts: %w", err)
	}
	if _, err := tx.exec(m.of(`DELETE FROM rm_minutes WHERE minute > ?`), changes.last); err != nil {
		return fmt.Errorf("forgetting counts of a wrong clock: %w", err)
	}
	changes.forget(changes.latest)
	for key, n := range changes.counts {
		_, err := tx.exec(m.of(`INSERT INTO rm_minutes (minute, became, arrivals) VALUES (?, ?, ?)
			ON CONFLICT (minute, became) DO UPDATE SET arrivals = arrivals + excluded.arrivals`), key.minute, key.became, n)
		if err != nil {
			return fmt.Errorf("counting arrivals: %w", err)
		}
	}
	return nil
}

// Became says how many arrivals since a time became what; since is cut to the
// minute, and 24 hours is as far as it reaches.
func (r *Reader) Became(since time.Time) (counts map[string]int64, err error) {
	rows, err := r.query(`SELECT became, sum(arrivals) FROM rm_minutes WHERE minute >= ? GROUP BY became`,
		stamp(since)/time.Minute.Microseconds())
	if err != nil {
		return nil, fmt.Errorf("counting arrivals: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	counts = map[string]int64{}
	for rows.Next() {
		var became string
		var n int64
		if err := rows.Scan(&became, &n); err != nil {
			return nil, fmt.Errorf("counting arrivals: %w", err)
		}
		counts[became] = n
	}
	return counts, rows.Err()
}
