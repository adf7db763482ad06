package store

import (
	"errors"
	"fmt"
	"time"
)

// What became of a delivery. A later receipt of a delivery is a duplicate of its
// own; that needs no row.
const (
	StatusApplied     = "applied"     // the first delivery of its event
	StatusDuplicate   = "duplicate"   // another body of an event that we held already
	StatusKept        = "kept"        // a type or version that is not read
	StatusTest        = "test"        // a test notification: shown, never counted
	StatusQuarantined = "quarantined" // cannot be understood: a lead should look
)

// Kind is a kind of outcome.
type Kind struct {
	Type          string // event_type as sent; "" when it could not be read
	SchemaVersion string // likewise
	Status        string // a Status… constant
	Subscription  string // subscription_id as sent; "" when there was none
}

// Outcome is what became of one delivery.
type Outcome struct {
	Delivery   int64
	Kind       Kind
	Why        string    // code of projection.WhyText; "" when there is nothing to explain
	OccurredAt time.Time // zero: no usable time in the body
	TransferID int64     // ids that the body names; 0: none
	ProfileID  int64
	UserID     int64
}

// Outcome reads the kind and the reason of a delivery's outcome; false when it
// has none yet.
func (r *Reader) Outcome(m Model, delivery int64) (Outcome, bool, error) {
	o := Outcome{Delivery: delivery}
	rows, err := r.query(m.of(`SELECT k.event_type, k.schema_version, k.status, k.subscription, o.why
		FROM rm_outcomes o JOIN rm_kinds k ON k.id = o.kind_id WHERE o.delivery_id = ?`), delivery)
	if err != nil {
		return Outcome{}, false, fmt.Errorf("reading the outcome of %d: %w", delivery, err)
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return Outcome{}, false, rows.Err()
	}
	err = rows.Scan(&o.Kind.Type, &o.Kind.SchemaVersion, &o.Kind.Status, &o.Kind.Subscription, &o.Why)
	return o, err == nil, err
}

// SaveOutcomes writes outcomes over what was there, in the order given.
func (tx *Tx) SaveOutcomes(m Model, outcomes []Outcome) error {
	kinds, err := tx.kinds(m)
	if err != nil {
		return err
	}
	for _, o := range outcomes {
		id, found := kinds[o.Kind]
		if !found {
			if id, err = tx.addKind(m, o.Kind); err != nil {
				return err
			}
			kinds[o.Kind] = id
		}
		if err := tx.saveOutcome(m, o, id); err != nil {
			return fmt.Errorf("saving the outcome of %d: %w", o.Delivery, err)
		}
	}
	return nil
}

func (tx *Tx) saveOutcome(m Model, o Outcome, kind int64) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_outcomes (delivery_id, kind_id, why, occurred_at, transfer_id, profile_id, user_id)
		VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (delivery_id) DO UPDATE SET kind_id = excluded.kind_id, why = excluded.why,
		occurred_at = excluded.occurred_at, transfer_id = excluded.transfer_id,
		profile_id = excluded.profile_id, user_id = excluded.user_id`),
		o.Delivery, kind, o.Why, optional(stamp(o.OccurredAt)), optional(o.TransferID), optional(o.ProfileID), optional(o.UserID))
	return err
}

func (tx *Tx) addKind(m Model, k Kind) (int64, error) {
	result, err := tx.exec(m.of(`INSERT INTO rm_kinds (event_type, schema_version, status, subscription) VALUES (?, ?, ?, ?)`),
		k.Type, k.SchemaVersion, k.Status, k.Subscription)
	if err != nil {
		return 0, fmt.Errorf("adding the outcome kind %v: %w", k, err)
	}
	return result.LastInsertId()
}

// kinds reads all kinds of outcome that there are.
func (r *Reader) kinds(m Model) (kinds map[Kind]int64, err error) {
	rows, err := r.query(m.of(`SELECT id, event_type, schema_version, status, subscription FROM rm_kinds`))
	if err != nil {
		return nil, fmt.Errorf("reading the kinds of outcome: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	kinds = map[Kind]int64{}
	for rows.Next() {
		var id int64
		var k Kind
		if err := rows.Scan(&id, &k.Type, &k.SchemaVersion, &k.Status, &k.Subscription); err != nil {
			return nil, fmt.Errorf("reading the kinds of outcome: %w", err)
		}
		kinds[k] = id
	}
	return kinds, rows.Err()
}
