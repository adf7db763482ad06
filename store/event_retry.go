package store

import (
	"errors"
	"fmt"
	"time"
)

// EventRetry says that somebody had an event applied again, and what came of it.
type EventRetry struct {
	ID       int64 // given by AddEventRetry
	Delivery int64
	At       time.Time
	By       Actor
	Status   string // a Status… constant
	Why      string // code of projection.WhyText
}

// AddEventRetry keeps a row.
func (tx *Tx) AddEventRetry(e EventRetry) error {
	_, err := tx.exec(`INSERT INTO event_retries (delivery_id, at, actor_kind, actor_id, actor_name, status, why)
		VALUES (?, ?, ?, ?, ?, ?, ?)`, e.Delivery, stamp(e.At), e.By.Kind, e.By.ID, e.By.Name, e.Status, e.Why)
	if err != nil {
		return fmt.Errorf("recording that event %d was applied again: %w", e.Delivery, err)
	}
	return nil
}

// EventRetries gives how often a delivery was applied again, the newest 200 times,
// newest first.
func (r *Reader) EventRetries(delivery int64) (all []EventRetry, err error) {
	rows, err := r.query(`SELECT id, at, actor_kind, actor_id, actor_name, status, why
		FROM event_retries WHERE delivery_id = ? ORDER BY id DESC LIMIT ?`, delivery, maxLimit)
	if err != nil {
		return nil, fmt.Errorf("reading when event %d was applied again: %w", delivery, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		e := EventRetry{Delivery: delivery}
		var at int64
		if err := rows.Scan(&e.ID, &at, &e.By.Kind, &e.By.ID, &e.By.Name, &e.Status, &e.Why); err != nil {
			return nil, fmt.Errorf("reading when event %d was applied again: %w", delivery, err)
		}
		e.At = stamped(at)
		all = append(all, e)
	}
	return all, rows.Err()
}
