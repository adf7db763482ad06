package store

import (
	"database/sql"
	"errors"
	"fmt"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
)

// UserRow is one row of rm_users.
type UserRow struct {
	Facts      customer.UserFacts
	Deliveries evidence.IDs // all that the facts were folded from, ascending

	packed []byte // the facts, by Pack
}

// Pack readies the row for SaveUser, outside of the writing transaction.
func (row *UserRow) Pack() (err error) {
	row.packed, err = packFacts(row.Facts)
	return err
}

// UserRow reads the row of a user; false when no event has named it.
func (r *Reader) UserRow(m Model, id int64) (UserRow, bool, error) {
	var facts, deliveries []byte
	err := r.scan(m.of(`SELECT facts, deliveries FROM rm_users WHERE user_id = ?`), []any{id}, &facts, &deliveries)
	if errors.Is(err, sql.ErrNoRows) {
		return UserRow{}, false, nil
	}
	if err != nil {
		return UserRow{}, false, fmt.Errorf("reading user %d: %w", id, err)
	}
	var row UserRow
	if row.Deliveries, err = unpackDeliveries(deliveries); err != nil {
		return UserRow{}, false, fmt.Errorf("reading user %d: %w", id, err)
	}
	row.Facts, err = unpackFacts[customer.UserFacts](facts)
	return row, true, err
}

// SaveUser writes the row of a user, packed, over what was there.
func (tx *Tx) SaveUser(m Model, row UserRow) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_users (user_id, deliveries, facts) VALUES (?, ?, ?)
		ON CONFLICT (user_id) DO UPDATE SET deliveries = excluded.deliveries, facts = excluded.facts`),
		row.Facts.User, packDeliveries(row.Deliveries), row.packed)
	if err != nil {
		return fmt.Errorf("saving user %d: %w", row.Facts.User, err)
	}
	return nil
}

// User gives the facts of a user; fault.NotFound when no event has named it.
func (r *Reader) User(id int64) (customer.UserFacts, error) {
	row, found, err := r.UserRow(Live, id)
	if err == nil && !found {
		err = fault.New(fault.NotFound, "No event from Wise has named this user.")
	}
	return row.Facts, err
}
