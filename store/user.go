package store

import (
	"database/sql"
	"encoding/json"
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

// UsersOf gives the facts of some users, in one query. One that no event has named is
// not in it.
func (r *Reader) UsersOf(ids []int64) (map[int64]customer.UserFacts, error) {
	all := map[int64]customer.UserFacts{}
	if len(ids) == 0 {
		return all, nil
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("asking for users: %w", err)
	}
	rows, err := r.query(`SELECT u.user_id, u.facts FROM json_each(?1) j CROSS JOIN rm_users u ON u.user_id = j.value`, string(list))
	if err != nil {
		return nil, fmt.Errorf("reading users: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id int64
		var packed []byte
		if err := rows.Scan(&id, &packed); err != nil {
			return nil, fmt.Errorf("reading users: %w", err)
		}
		if all[id], err = unpackFacts[customer.UserFacts](packed); err != nil {
			return nil, fmt.Errorf("reading user %d: %w", id, err)
		}
	}
	return all, rows.Err()
}
