package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// SubscriptionTest is a test notification that Wise said it has queued.
type SubscriptionTest struct {
	ID            int64 // given by AddSubscriptionTest
	Act           int64 // the act that asked for it
	Subscription  string
	DeliveryID    string // comes back as X-Delivery-Id
	AskedAt       time.Time
	By            Actor
	AfterRejected int64 // the newest rejected delivery when it was asked for
}

// AddSubscriptionTest keeps one.
func (tx *Tx) AddSubscriptionTest(t SubscriptionTest) error {
	_, err := tx.exec(`INSERT INTO subscription_tests (act_id, subscription, delivery_id, asked_at, actor_kind, actor_id, actor_name, after_rejected)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		t.Act, t.Subscription, t.DeliveryID, stamp(t.AskedAt), t.By.Kind, t.By.ID, t.By.Name, t.AfterRejected)
	if err != nil {
		return fmt.Errorf("keeping a test of subscription %s: %w", t.Subscription, err)
	}
	return nil
}

// SubscriptionTests gives the newest tests of a subscription, newest first.
func (r *Reader) SubscriptionTests(subscription string, limit int) (all []SubscriptionTest, err error) {
	rows, err := r.query(`SELECT id, act_id, delivery_id, asked_at, actor_kind, actor_id, actor_name, after_rejected
		FROM subscription_tests WHERE subscription = ? ORDER BY id DESC LIMIT ?`, subscription, limited(limit))
	if err != nil {
		return nil, fmt.Errorf("reading the tests of a subscription: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		t := SubscriptionTest{Subscription: subscription}
		var at int64
		if err := rows.Scan(&t.ID, &t.Act, &t.DeliveryID, &at, &t.By.Kind, &t.By.ID, &t.By.Name, &t.AfterRejected); err != nil {
			return nil, fmt.Errorf("reading the tests of a subscription: %w", err)
		}
		t.AskedAt = stamped(at)
		all = append(all, t)
	}
	return all, rows.Err()
}

// DeliveryArrival is the first arrival under a delivery id of Wise's.
type DeliveryArrival struct {
	Delivery   int64 // our id: the event's page
	ReceivedAt time.Time
	Key        string // the public key that verified
}

// ArrivalOf finds the first arrival under a delivery id by the index of the read
// model, so that the receipts need none; false while none was read.
func (r *Reader) ArrivalOf(deliveryID string) (a DeliveryArrival, found bool, err error) {
	var at int64
	err = r.scan(`SELECT a.delivery_id, r.received_at, d.key_name FROM rm_arrivals a
		JOIN receipts r ON r.id = a.receipt_id JOIN deliveries d ON d.id = a.delivery_id
		WHERE a.wise_delivery_id = ? ORDER BY a.receipt_id LIMIT 1`, []any{wiseID(deliveryID)}, &a.Delivery, &at, &a.Key)
	if errors.Is(err, sql.ErrNoRows) {
		return DeliveryArrival{}, false, nil
	}
	if err != nil {
		return DeliveryArrival{}, false, fmt.Errorf("looking for the arrival of %s: %w", deliveryID, err)
	}
	a.ReceivedAt = stamped(at)
	return a, true, nil
}

// lookedThrough is how many receipts are looked through at most for a test.
const lookedThrough = 20_000

// TestsBetween says how many arrivals with the test header came after a receipt and
// until a time, and the delivery of the first; it looks through 20,000 receipts at most.
func (r *Reader) TestsBetween(after int64, until time.Time) (n, first int64, err error) {
	err = r.scan(`SELECT count(*), coalesce(min(delivery_id), 0) FROM receipts
		WHERE id > ?1 AND id <= ?1 + ?2 AND test = 1 AND received_at <= ?3`, []any{after, lookedThrough, stamp(until)}, &n, &first)
	if err != nil {
		return 0, 0, fmt.Errorf("looking for a test: %w", err)
	}
	return n, first, nil
}

// RejectedAfter gives up to limit rejected deliveries after one of them, oldest first.
func (r *Reader) RejectedAfter(after int64, limit int) (rows []RejectedRow, err error) {
	found, err := r.query(`SELECT rejected_at, reason, remote, headers, body_bytes, id FROM rejected_deliveries
		WHERE id > ? ORDER BY id LIMIT ?`, after, limit)
	if err != nil {
		return nil, fmt.Errorf("reading rejected deliveries: %w", err)
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	for found.Next() {
		var row RejectedRow
		var at int64
		if err := found.Scan(&at, &row.Reason, &row.Remote, &row.Headers, &row.Bytes, &row.ID); err != nil {
			return nil, fmt.Errorf("reading rejected deliveries: %w", err)
		}
		row.At = stamped(at)
		rows = append(rows, row)
	}
	return rows, found.Err()
}
