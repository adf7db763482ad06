package store

import (
	"database/sql"
	"errors"
	"fmt"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
)

// ActivityRow is one row of rm_activities.
type ActivityRow struct {
	Facts      activity.Facts
	Deliveries evidence.IDs // all that the facts were folded from, ascending

	packed []byte // the facts, by Pack
}

// Pack readies the row for SaveActivity, outside of the writing transaction.
func (row *ActivityRow) Pack() (err error) {
	row.packed, err = packFacts(row.Facts)
	return err
}

// ActivityRow reads the row of a thing; false when no event has named it.
func (r *Reader) ActivityRow(m Model, key activity.Key) (ActivityRow, bool, error) {
	var facts, deliveries []byte
	err := r.scan(m.of(`SELECT facts, deliveries FROM rm_activities WHERE kind = ? AND name = ?`), []any{string(key.Kind), key.ID}, &facts, &deliveries)
	if errors.Is(err, sql.ErrNoRows) {
		return ActivityRow{}, false, nil
	}
	if err != nil {
		return ActivityRow{}, false, fmt.Errorf("reading %s %s: %w", key.Kind, key.ID, err)
	}
	var row ActivityRow
	if row.Deliveries, err = unpackDeliveries(deliveries); err != nil {
		return ActivityRow{}, false, fmt.Errorf("reading %s %s: %w", key.Kind, key.ID, err)
	}
	row.Facts, err = unpackFacts[activity.Facts](facts)
	return row, true, err
}

// SaveActivity writes the row of a thing, packed, over what was there. A delivery
// that was taken for a test and is none may come below the row's id, so the row is
// found by its name.
func (tx *Tx) SaveActivity(m Model, row ActivityRow) error {
	f := row.Facts
	_, err := tx.exec(m.of(`INSERT INTO rm_activities (id, kind, name, profile_id, transfer_id, at, deliveries, facts)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (kind, name) DO UPDATE SET id = excluded.id, profile_id = excluded.profile_id,
		transfer_id = excluded.transfer_id, at = excluded.at, deliveries = excluded.deliveries, facts = excluded.facts`),
		row.Deliveries[0], string(f.Kind), f.ID, optional(f.Profile), optional(f.Transfer), stamp(f.Since()), packDeliveries(row.Deliveries), row.packed)
	if err != nil {
		return fmt.Errorf("saving %s %s: %w", f.Kind, f.ID, err)
	}
	return nil
}

// Activity gives the facts of a thing; fault.NotFound when no event has named it.
func (r *Reader) Activity(key activity.Key) (activity.Facts, error) {
	row, found, err := r.ActivityRow(Live, key)
	if err == nil && !found {
		err = fault.New(fault.NotFound, "No event from Wise has named this.")
	}
	return row.Facts, err
}

// ActivityEvents gives every event of a thing, in the order of their deliveries:
// what activity.Fold takes.
func (r *Reader) ActivityEvents(key activity.Key) ([]activity.Event, error) {
	row, found, err := r.ActivityRow(Live, key)
	if err != nil || !found {
		return nil, err
	}
	events := make([]activity.Event, 0, len(row.Deliveries))
	for _, id := range row.Deliveries {
		said, err := r.decoded(id)
		if err != nil {
			return nil, err
		}
		if said.Activity != nil {
			events = append(events, *said.Activity)
		}
	}
	return events, nil
}
