package store

import (
	"database/sql"
	"errors"
	"fmt"

	"transferdesk/internal/evidence"
)

// TypesOf gives the event type of each of the deliveries, as sent; of one that is
// not projected yet there is none.
func (r *Reader) TypesOf(deliveries evidence.IDs) (map[int64]string, error) {
	types := make(map[int64]string, len(deliveries))
	for _, id := range deliveries {
		var eventType string
		err := r.scan(`SELECT k.event_type FROM rm_outcomes o JOIN rm_kinds k ON k.id = o.kind_id WHERE o.delivery_id = ?`, []any{id}, &eventType)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("reading the type of event %d: %w", id, err)
		}
		types[id] = eventType
	}
	return types, nil
}
