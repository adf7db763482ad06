package store

import (
	"errors"
	"fmt"
	"time"
)

// RejectedRow is a rejected delivery with its place in the list.
type RejectedRow struct {
	ID int64
	Rejected
}

// RejectedReason says how many requests were refused for one reason since the
// database was made.
type RejectedReason struct {
	Reason string
	Count  int64
	LastAt time.Time
}

// RejectedPage gives a page of the rejected deliveries that are kept, newest first.
func (r *Reader) RejectedPage(cursor string, limit int) (page Page[RejectedRow], err error) {
	from, err := parsePlace(cursor, beforeFalling)
	if err != nil {
		return page, err
	}
	limit = limited(limit)
	found, err := r.query(`SELECT rejected_at, reason, remote, headers, body_bytes, id FROM rejected_deliveries WHERE id < ? ORDER BY id DESC LIMIT ?`, from.id, limit+1)
	if err != nil {
		return page, fmt.Errorf("reading rejected deliveries: %w", err)
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	for found.Next() {
		var row RejectedRow
		var at int64
		if err := found.Scan(&at, &row.Reason, &row.Remote, &row.Headers, &row.Bytes, &row.ID); err != nil {
			return page, fmt.Errorf("reading rejected deliveries: %w", err)
		}
		row.At = stamped(at)
		page.Rows = append(page.Rows, row)
	}
	if len(page.Rows) > limit {
		page.Rows = page.Rows[:limit]
		page.Next = place{page.Rows[limit-1].ID, page.Rows[limit-1].ID}.String()
	}
	return page, found.Err()
}

// RejectedReasons counts by reason, the one that came last first.
func (r *Reader) RejectedReasons() (all []RejectedReason, err error) {
	found, err := r.query(`SELECT reason, n, last_at FROM rejected_counts ORDER BY last_at DESC, reason`)
	if err != nil {
		return nil, fmt.Errorf("counting rejected deliveries: %w", err)
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	for found.Next() {
		var row RejectedReason
		var at int64
		if err := found.Scan(&row.Reason, &row.Count, &at); err != nil {
			return nil, fmt.Errorf("counting rejected deliveries: %w", err)
		}
		row.LastAt = stamped(at)
		all = append(all, row)
	}
	return all, found.Err()
}
