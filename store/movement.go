package store

import (
	"fmt"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// MovementRow is one movement of a profile's balances.
type MovementRow struct {
	Profile    int64
	At         time.Time    // zero: no usable time
	Deliveries evidence.IDs // every delivery that told of it, ascending; the first is the row's id
}

// movement gives one movement with all that its bodies tell: one of them may name a
// transfer, another the rest on the balance. Nil when none of them can be read now.
func (r *Reader) movement(id int64) (*transfer.Entry, error) {
	var packed []byte
	if err := r.scan(`SELECT deliveries FROM rm_movements WHERE id = ?`, []any{id}, &packed); err != nil {
		return nil, err
	}
	ids, err := unpackDeliveries(packed)
	if err != nil {
		return nil, err
	}
	events, err := r.transferEvents(ids)
	if err != nil {
		return nil, err
	}
	_, entries := transfer.Fold(0, events)
	return first(entries), nil
}

// MovementRows reads the movements of a profile in one second.
func (r *Reader) MovementRows(m Model, profile int64, second time.Time) ([]MovementRow, error) {
	from, to := stamp(second), stamp(second)
	if !second.IsZero() {
		to = stamp(second.Add(time.Second)) - 1
	}
	rows, err := r.query(m.of(`SELECT moved_at, deliveries FROM rm_movements
		WHERE profile_id = ? AND moved_at BETWEEN ? AND ? ORDER BY moved_at, id`), profile, from, to)
	if err != nil {
		return nil, fmt.Errorf("reading the movements of profile %d: %w", profile, err)
	}
	defer func() { _ = rows.Close() }()
	var all []MovementRow
	for rows.Next() {
		var at int64
		var packed []byte
		if err := rows.Scan(&at, &packed); err != nil {
			return nil, fmt.Errorf("reading the movements of profile %d: %w", profile, err)
		}
		ids, err := unpackDeliveries(packed)
		if err != nil {
			return nil, fmt.Errorf("reading the movements of profile %d: %w", profile, err)
		}
		all = append(all, MovementRow{Profile: profile, At: stamped(at), Deliveries: ids})
	}
	return all, rows.Err()
}

// SaveMovement writes a movement over what was there.
func (tx *Tx) SaveMovement(m Model, row MovementRow) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_movements (id, profile_id, moved_at, deliveries) VALUES (?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET moved_at = excluded.moved_at, deliveries = excluded.deliveries`),
		row.Deliveries[0], row.Profile, stamp(row.At), packDeliveries(row.Deliveries))
	if err != nil {
		return fmt.Errorf("saving movement %d: %w", row.Deliveries[0], err)
	}
	return nil
}

// DropMovement takes away a movement that turned out to be the same as another.
func (tx *Tx) DropMovement(m Model, id int64) error {
	if _, err := tx.exec(m.of(`DELETE FROM rm_movements WHERE id = ?`), id); err != nil {
		return fmt.Errorf("dropping movement %d: %w", id, err)
	}
	return nil
}
