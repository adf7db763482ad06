package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"
)

// EventAside says that nobody needs to look at an event again, or, undone, that
// somebody does.
type EventAside struct {
	ID       int64 // given by AddEventAside
	Delivery int64
	Undone   bool
	At       time.Time
	By       Actor
	Note     string // why
}

// AddEventAside keeps a row; the newest of a delivery counts.
func (tx *Tx) AddEventAside(a EventAside) error {
	_, err := tx.exec(`INSERT INTO event_asides (delivery_id, undone, at, actor_kind, actor_id, actor_name, note)
		VALUES (?, ?, ?, ?, ?, ?, ?)`, a.Delivery, a.Undone, stamp(a.At), a.By.Kind, a.By.ID, a.By.Name, a.Note)
	if err != nil {
		return fmt.Errorf("setting event %d aside: %w", a.Delivery, err)
	}
	return nil
}

// EventAsides gives all that was said about setting a delivery aside, the newest
// 200 rows, oldest first.
func (r *Reader) EventAsides(delivery int64) (all []EventAside, err error) {
	rows, err := r.query(`SELECT id, undone, at, actor_kind, actor_id, actor_name, note
		FROM event_asides WHERE delivery_id = ? ORDER BY id DESC LIMIT ?`, delivery, maxLimit)
	if err != nil {
		return nil, fmt.Errorf("reading who set event %d aside: %w", delivery, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		a := EventAside{Delivery: delivery}
		var at int64
		if err := rows.Scan(&a.ID, &a.Undone, &at, &a.By.Kind, &a.By.ID, &a.By.Name, &a.Note); err != nil {
			return nil, fmt.Errorf("reading who set event %d aside: %w", delivery, err)
		}
		a.At = stamped(at)
		all = append(all, a)
	}
	slices.Reverse(all)
	return all, rows.Err()
}

// IsSetAside says whether the newest word about a delivery is that it is set aside.
func (r *Reader) IsSetAside(delivery int64) (aside bool, err error) {
	err = r.scan(`SELECT undone = 0 FROM event_asides WHERE delivery_id = ? ORDER BY id DESC LIMIT 1`, []any{delivery}, &aside)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("reading whether event %d is set aside: %w", delivery, err)
	}
	return aside, nil
}
