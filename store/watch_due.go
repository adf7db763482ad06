package store

import (
	"cmp"
	"fmt"
	"slices"

	"transferdesk/internal/transfer"
)

// CountDue counts what is due of several kinds. They must shut each other out, so
// that nothing is counted twice.
func (r *Reader) CountDue(all ...transfer.Due) (n int64, err error) {
	err = r.eachDue(all, func(d transfer.Due, code string) error {
		some, err := r.countDue(d, code)
		n += some
		return err
	})
	return n, err
}

func (r *Reader) countDue(d transfer.Due, code string) (n int64, err error) {
	err = r.scan(`SELECT count(*) FROM rm_watches WHERE watch = ? AND code = ? AND since > ? AND since <= ?`,
		[]any{string(d.Kind), code, stamp(d.After), stamp(d.Until(code))}, &n)
	return n, err
}

// ShareOfDue shares out what CountDue counts, of watches on transfers.
func (r *Reader) ShareOfDue(all ...transfer.Due) (share Share, err error) {
	if share.Rows, err = r.CountDue(all...); err != nil || share.Rows == 0 {
		return share, err
	}
	err = r.eachDue(all, func(d transfer.Due, code string) error {
		return r.addHandled(&share, `SELECT x.subject_id AS id FROM rm_watches x WHERE x.watch = ?1 AND x.code = ?2 AND x.since > ?3 AND x.since <= ?4`,
			string(d.Kind), code, stamp(d.After), stamp(d.Until(code)))
	})
	return share, err
}

// DueWatches lists what a scope takes of what CountDue counts, the longest first.
func (r *Reader) DueWatches(scope Scope, cursor string, limit int, all ...transfer.Due) (Page[WatchRow], error) {
	from, err := parsePlace(cursor, beforeRising)
	if err != nil {
		return Page[WatchRow]{}, err
	}
	limit = limited(limit)
	var rows []WatchRow
	err = r.eachDue(all, func(d transfer.Due, code string) error {
		some, err := r.dueWatches(d, code, scope, from, limit+1)
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

func (r *Reader) dueWatches(d transfer.Due, code string, scope Scope, from place, n int) ([]WatchRow, error) {
	condition, args := scope.where("subject_id", 8)
	return r.watches(`SELECT `+watchColumns+` FROM rm_watches WHERE watch = ?1 AND code = ?2 AND since > ?3 AND since <= ?4
		AND (since, subject_id) > (?5, ?6)`+condition+` ORDER BY since, subject_id LIMIT ?7`,
		append([]any{string(d.Kind), code, stamp(d.After), stamp(d.Until(code)), from.key, from.id, n}, args...)...)
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
func (r *Reader) eachDue(all []transfer.Due, do func(d transfer.Due, code string) error) error {
	for _, d := range all {
		codes, err := r.watchCodes(d.Kind)
		if err != nil {
			return err
		}
		for _, code := range codes {
			if d.Until(code).IsZero() {
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

// TransfersWatched gives the facts of a page of watches on transfers.
func (r *Reader) TransfersWatched(page Page[WatchRow]) (Page[transfer.Facts], error) {
	out := Page[transfer.Facts]{Rows: make([]transfer.Facts, 0, len(page.Rows)), Next: page.Next}
	for _, row := range page.Rows {
		facts, err := r.facts(row.Subject)
		if err != nil {
			return Page[transfer.Facts]{}, fmt.Errorf("reading transfer %d: %w", row.Subject, err)
		}
		out.Rows = append(out.Rows, facts)
	}
	return out, nil
}
