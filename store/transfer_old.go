package store

import (
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
)

// OldTransfers looks at so many transfers from the id after one on, and gives the facts
// of those whose first event is older than a time. last is the last that was looked at;
// 0: there are none after that id.
func (r *Reader) OldTransfers(before time.Time, after int64, look int) (all []transfer.Facts, last int64, err error) {
	rows, err := r.query(`SELECT transfer_id, CASE WHEN created_at < ?2 THEN facts END FROM rm_transfers WHERE transfer_id > ?1 ORDER BY transfer_id LIMIT ?3`,
		after, stamp(before), look)
	if err != nil {
		return nil, 0, fmt.Errorf("reading old transfers: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var packed []byte
		if err := rows.Scan(&last, &packed); err != nil {
			return nil, 0, fmt.Errorf("reading old transfers: %w", err)
		}
		if packed == nil {
			continue
		}
		facts, err := unpackFacts[transfer.Facts](packed)
		if err != nil {
			return nil, 0, fmt.Errorf("reading transfer %d: %w", last, err)
		}
		all = append(all, facts)
	}
	return all, last, rows.Err()
}
