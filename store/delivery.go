package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/mattn/go-sqlite3"

	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
)

// Source says how a body reached us.
type Source string

// The sources of a delivery.
const (
	FromWebhook        Source = "webhook"        // Wise sent it, signed
	FromReconciliation Source = "reconciliation" // we asked Wise's API for it
)

// Sources are all of them.
func Sources() []Source { return []Source{FromWebhook, FromReconciliation} }

// asked says whether we wrote the body ourselves.
func (s Source) asked() bool { return s == FromReconciliation }

// maxContentType cuts what a sender may make us keep beside a body.
const maxContentType = 200 // bytes

// Arrival is one verified body at the moment it arrived.
type Arrival struct {
	Source      Source // "" means FromWebhook
	Body        []byte
	SHA256      [32]byte // of Body
	ReceivedAt  time.Time
	DeliveryID  string // X-Delivery-Id as it came; cut to 200 bytes
	Test        bool   // X-Test-Notification was true; unsigned, a hint
	ContentType string
	KeyName     string // the public key that verified it
}

// Accepted says what became of an arrival.
type Accepted struct {
	Delivery int64 // our id of the body
	Receipt  int64 // our id of the arrival; 0 when it was only counted
	New      bool  // the body was not here before
}

// Accept keeps an arrival for ever and returns once that is durable; many
// callers share one commit. A body that is here already gets another receipt.
func (db *DB) Accept(ctx context.Context, a Arrival) (Accepted, error) {
	var got Accepted
	err := db.Write(ctx, LaneIngest, func(tx *Tx) (err error) {
		got, err = tx.Accept(a)
		return err
	})
	if err != nil {
		return Accepted{}, err
	}
	return got, nil
}

// Accept keeps an arrival inside a transaction. Nearly every body is new, so it is
// not looked for first: the trigger that guards deliveries refuses one that is
// here, which takes back that statement and nothing else.
func (tx *Tx) Accept(a Arrival) (Accepted, error) {
	id, err := tx.addDelivery(a)
	if isHere(err) {
		return tx.acceptAgain(a)
	}
	if err != nil {
		return Accepted{}, fmt.Errorf("keeping the body: %w", err)
	}
	receipt, err := tx.addReceipt(id, a)
	return Accepted{Delivery: id, Receipt: receipt, New: true}, err
}

// isHere says that a trigger refused the row.
func isHere(err error) bool {
	var refused sqlite3.Error
	return errors.As(err, &refused) && refused.ExtendedCode == sqlite3.ErrConstraintTrigger
}

// acceptAgain keeps another arrival of a body.
func (tx *Tx) acceptAgain(a Arrival) (Accepted, error) {
	id, err := tx.deliveryID(a.SHA256)
	if err != nil {
		return Accepted{}, fmt.Errorf("looking for the body: %w", err)
	}
	receipt, err := tx.addFurtherReceipt(id, a)
	return Accepted{Delivery: id, Receipt: receipt}, err
}

func (r *Reader) deliveryID(hash [32]byte) (id int64, err error) {
	err = r.scan("SELECT id FROM deliveries WHERE body_sha256 = ?", []any{hash[:]}, &id)
	return id, err
}

func (tx *Tx) addDelivery(a Arrival) (id int64, err error) {
	if a.Source == "" {
		a.Source = FromWebhook
	}
	result, err := tx.exec(`INSERT INTO deliveries (source, received_at, body_sha256, content_type, key_name, body)
		VALUES (?, ?, ?, ?, ?, ?)`,
		string(a.Source), stamp(a.ReceivedAt), a.SHA256[:], shorten(a.ContentType, maxContentType), a.KeyName, a.Body)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// Delivery is one distinct body, as it came.
type Delivery struct {
	ID          int64
	Source      Source
	ReceivedAt  time.Time // first arrival
	SHA256      [32]byte
	ContentType string
	KeyName     string
	Body        []byte
}

// Told is what the decoder is told of where the body came from.
func (d Delivery) Told() evidence.Source {
	return evidence.Source{Delivery: d.ID, ReceivedAt: d.ReceivedAt, Asked: d.Source.asked()}
}

// Delivery finds a body by our id; fault.NotFound when there is none.
func (r *Reader) Delivery(id int64) (Delivery, error) {
	d := Delivery{ID: id}
	var at int64
	var hash []byte
	err := r.scan("SELECT source, received_at, body_sha256, content_type, key_name, body FROM deliveries WHERE id = ?",
		[]any{id}, &d.Source, &at, &hash, &d.ContentType, &d.KeyName, &d.Body)
	if errors.Is(err, sql.ErrNoRows) {
		return Delivery{}, fault.New(fault.NotFound, "There is no such event.")
	}
	if err != nil {
		return Delivery{}, fmt.Errorf("reading delivery %d: %w", id, err)
	}
	copy(d.SHA256[:], hash)
	d.ReceivedAt = stamped(at)
	return d, nil
}
