package store

import (
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
)

// CodedTransfer is a transfer that had a code.
type CodedTransfer struct {
	Facts transfer.Facts
	At    time.Time // when it had the code last
}

// LastWithCode gives the transfers that had a code, each once, those that had it
// last come first. since, which may be zero, is taken back to its whole hour, so
// that CountWithCode counts exactly these.
func (r *Reader) LastWithCode(kind CodeKind, code string, since time.Time, cursor string, limit int) (Page[CodedTransfer], error) {
	from, err := parsePlace(cursor, beforeFalling)
	if err != nil {
		return Page[CodedTransfer]{}, err
	}
	limit = limited(limit)
	places, err := r.places(`SELECT c.at, c.transfer_id FROM rm_codes c
		WHERE c.kind = ?1 AND c.code = ?2 AND c.at >= ?3 AND (c.at, c.transfer_id) < (?4, ?5)
		AND NOT EXISTS (SELECT 1 FROM rm_codes l WHERE l.transfer_id = c.transfer_id AND l.kind = ?1 AND l.code = ?2 AND l.at > c.at)
		ORDER BY c.at DESC, c.transfer_id DESC LIMIT ?6`, string(kind), code, wholeHour(since), from.key, from.id, limit+1)
	if err != nil {
		return Page[CodedTransfer]{}, fmt.Errorf("reading the transfers with code %s: %w", code, err)
	}
	places, next := onePage(places, limit)
	page := Page[CodedTransfer]{Rows: make([]CodedTransfer, 0, len(places)), Next: next}
	for _, p := range places {
		facts, err := r.facts(p.id)
		if err != nil {
			return Page[CodedTransfer]{}, fmt.Errorf("reading the transfers with code %s: %w", code, err)
		}
		page.Rows = append(page.Rows, CodedTransfer{Facts: facts, At: stamped(p.key)})
	}
	return page, nil
}

// CountWithCode counts the transfers that LastWithCode lists. It reads one number
// for each hour, and a single one when since is zero.
func (r *Reader) CountWithCode(kind CodeKind, code string, since time.Time) (n int64, err error) {
	if since.IsZero() {
		err = r.scan(`SELECT coalesce(sum(n), 0) FROM rm_code_tallies WHERE kind = ? AND code = ?`, []any{string(kind), code}, &n)
	} else {
		err = r.scan(`SELECT coalesce(sum(latest), 0) FROM rm_code_hours WHERE kind = ? AND code = ? AND hour >= ?`,
			[]any{string(kind), code, HourOf(since)}, &n)
	}
	if err != nil {
		return 0, fmt.Errorf("counting the transfers with code %s: %w", code, err)
	}
	return n, nil
}

// SeenCode is a code that has come at least once.
type SeenCode struct {
	Code        string
	Transfers   int64 // that ever had it
	First, Last time.Time
}

// CodesSeen gives every code of a kind that has ever come, in alphabetical order.
// None that is for compliance alone is among them.
func (r *Reader) CodesSeen(kind CodeKind) (all []SeenCode, err error) {
	rows, err := r.query(`SELECT t.code, t.n,
		(SELECT c.at FROM rm_codes c WHERE c.kind = t.kind AND c.code = t.code ORDER BY c.at LIMIT 1),
		(SELECT c.at FROM rm_codes c WHERE c.kind = t.kind AND c.code = t.code ORDER BY c.at DESC LIMIT 1)
		FROM rm_code_tallies t WHERE t.kind = ? ORDER BY t.code`, string(kind))
	if err != nil {
		return nil, fmt.Errorf("reading the codes seen: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var one SeenCode
		var first, last int64
		if err := rows.Scan(&one.Code, &one.Transfers, &first, &last); err != nil {
			return nil, fmt.Errorf("reading the codes seen: %w", err)
		}
		one.First, one.Last = stamped(first), stamped(last)
		all = append(all, one)
	}
	return all, rows.Err()
}

// wholeHour is the stamp of the hour that a time is in; of the zero time it is
// before everything.
func wholeHour(at time.Time) int64 {
	if at.IsZero() {
		return beforeRising.key
	}
	return stamp(time.Unix(HourOf(at)*3600, 0))
}
