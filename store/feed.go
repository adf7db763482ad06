package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// LastArrival gives the time of the newest arrival that is no test; false when
// there has been none. An arrival that is not projected yet counts by its header.
func (r *Reader) LastArrival() (time.Time, bool, error) {
	var at int64
	err := r.scan(`SELECT r.received_at FROM receipts r
		LEFT JOIN rm_outcomes o ON o.delivery_id = r.delivery_id LEFT JOIN rm_kinds k ON k.id = o.kind_id
		WHERE CASE WHEN k.status IS NULL THEN r.test = 0 ELSE k.status <> 'test' END
		ORDER BY r.id DESC LIMIT 1`, nil, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, false, nil
	}
	if err != nil {
		return time.Time{}, false, fmt.Errorf("reading the last arrival: %w", err)
	}
	return stamped(at), true, nil
}

// EventTypes gives the event types that have come, in alphabetical order.
func (r *Reader) EventTypes() ([]string, error) {
	return r.texts(`SELECT DISTINCT event_type FROM rm_kinds WHERE event_type <> '' ORDER BY event_type`)
}
