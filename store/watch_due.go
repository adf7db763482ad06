package store

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"transferdesk/internal/transfer"
)

// Due says which watches of a kind are due: those since Before or earlier, and later
// than After. One whose Since is not known never is.
type Due struct {
	Kind   transfer.WatchKind
	After  time.Time            // zero: however long ago
	Before time.Time            // zero: none is due
	ByCode map[string]time.Time // Before of the codes that have one of their own
}

// before is up to when a watch with that code must have begun.
func (d Due) before(code string) time.Time {
	if own, ok := d.ByCode[code]; ok {
		return own
	}
	return d.Before
}

// Takes says whether a watch of the kind, with that code, is due by this.
func (d Due) Takes(code string, since time.Time) bool {
	before := d.before(code)
	return !since.IsZero() && !before.IsZero() && stamp(since) <= stamp(before) && stamp(since) > stamp(d.After)
}

// CountDue counts what is due of several kinds. They must shut each other out, so
// that nothing is counted twice.
func (r *Reader) CountDue(all ...Due) (n int64, err error) {
	err = r.eachDue(all, func(d Due, code string) error {
		some, err := r.countDue(d, code)
		n += some
		return err
	})
	return n, err
}

func (r *Reader) countDue(d Due, code string) (n int64, err error) {
	err = r.scan(`SELECT count(*) FROM rm_watches WHERE watch = ? AND code = ? AND since > ? AND since <= ?`,
		[]any{string(d.Kind), code, stamp(d.After), stamp(d.before(code))}, &n)
	return n, err
}

// DueWatches lists what CountDue counts, the longest first.
func (r *Reader) DueWatches(cursor string, limit int, all ...Due) (Page[WatchRow], error) {
	from, err := parsePlace(cursor, beforeRising)
	if err != nil {
		return Page[WatchRow]{}, err
	}
	limit = limited(limit)
	var rows []WatchRow
	err = r.eachDue(all, func(d Due, code string) error {
		some, err := r.dueWatches(d, code, from, limit+1)
		rows = append(rows, some...)
		return err
	})
	if err != nil {
		return Page[WatchRow]{}, err
	}
	slices.SortFunc(rows, func(a, b WatchRow) int {
		return cmp.Or(cmp.Compare(stamp(a.Since), stamp(b.Since)), cmp.Compare(a.Subject, b.Subject))
	})
	return onePageOf(rows, limit), nil
}

func (r *Reader) dueWatches(d Due, code string, from place, n int) ([]WatchRow, error) {
	return r.watches(`SELECT `+watchColumns+` FROM rm_watches WHERE watch = ? AND code = ? AND since > ? AND since <= ?
		AND (since, subject_id) > (?, ?) ORDER BY since, subject_id LIMIT ?`,
		string(d.Kind), code, stamp(d.After), stamp(d.before(code)), from.key, from.id, n)
}

// onePageOf cuts rows of which one more than limit was asked for.
func onePageOf(rows []WatchRow, limit int) Page[WatchRow] {
	if len(rows) <= limit {
		return Page[WatchRow]{Rows: rows}
	}
	last := rows[limit-1]
	return Page[WatchRow]{Rows: rows[:limit], Next: place{stamp(last.Since), last.Subject}.String()}
}

// eachDue calls do for each code that the watches of each kind have: each is one range
// of the index.
func (r *Reader) eachDue(all []Due, do func(d Due, code string) error) error {
	for _, d := range all {
		codes, err := r.watchCodes(d.Kind)
		if err != nil {
			return err
		}
		for _, code := range codes {
			if d.before(code).IsZero() {
				continue
			}
			if err := do(d, code); err != nil {
				return fmt.Errorf("reading the watches %s: %w", d.Kind, err)
			}
		}
	}
	return nil
}

// watchCodes lists the codes that the watches of a kind have, by leaping from one to
// the next.
func (r *Reader) watchCodes(kind transfer.WatchKind) ([]string, error) {
	return r.texts(`WITH RECURSIVE codes (code) AS (
		SELECT min(code) FROM rm_watches WHERE watch = ?1
		UNION ALL
		SELECT (SELECT min(code) FROM rm_watches WHERE watch = ?1 AND code > codes.code) FROM codes WHERE codes.code IS NOT NULL
	) SELECT code FROM codes WHERE code IS NOT NULL`, string(kind))
}
