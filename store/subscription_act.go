package store

import (
	"errors"
	"fmt"
	"time"
)

// What people do about subscriptions at Wise.
const (
	ActSubscribe   = "subscribe"
	ActUnsubscribe = "unsubscribe"
	ActTest        = "test"
)

// ActStarted is the result of an act that has not ended; the others are the audit
// log's: done, failed, refused, unknown.
const ActStarted = "started"

// SubscriptionAct is one act at Wise about a webhook subscription.
type SubscriptionAct struct {
	ID            int64 // given by AddSubscriptionAct
	At            time.Time
	By            Actor
	Act           string // an Act… constant
	Profile       int64  // whose subscription; 0: the application's
	Subscription  string // Wise's id; "" while there is none
	Event         string
	Version       string
	URL           string
	AfterReceipt  int64 // the newest receipt when it began
	AfterRejected int64 // the newest rejected delivery when it began
	SubscriptionEnd
}

// SubscriptionEnd is how an act ended.
type SubscriptionEnd struct {
	At      time.Time // zero: not yet, or cut off
	Result  string    // ActStarted until then
	Trouble Trouble   // Kind "" : none
}

// AddSubscriptionAct keeps an act as started and gives its id and what came last to
// the door, so that what Wise sends for it can be told from what came before.
func (tx *Tx) AddSubscriptionAct(a SubscriptionAct) (SubscriptionAct, error) {
	err := tx.scan(`SELECT coalesce((SELECT max(id) FROM receipts), 0), coalesce((SELECT max(id) FROM rejected_deliveries), 0)`,
		nil, &a.AfterReceipt, &a.AfterRejected)
	if err != nil {
		return a, fmt.Errorf("looking what came last: %w", err)
	}
	result, err := tx.exec(`INSERT INTO subscription_acts (at, actor_kind, actor_id, actor_name, act, profile_id, subscription,
		event_type, schema_version, url, after_receipt, after_rejected, ended_at, result, trouble, said, trace_id)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '', '', '')`,
		stamp(a.At), a.By.Kind, a.By.ID, a.By.Name, a.Act, a.Profile, a.Subscription,
		a.Event, a.Version, a.URL, a.AfterReceipt, a.AfterRejected, ActStarted)
	if err != nil {
		return a, fmt.Errorf("keeping an act about a subscription: %w", err)
	}
	a.Result = ActStarted
	a.ID, err = result.LastInsertId()
	return a, err
}

// EndSubscriptionAct says how an act ended, once. subscription is Wise's id of what
// the act made; "" leaves the one that is there.
func (tx *Tx) EndSubscriptionAct(id int64, subscription string, end SubscriptionEnd) error {
	_, err := tx.exec(`UPDATE subscription_acts SET subscription = CASE WHEN ?2 = '' THEN subscription ELSE ?2 END,
		ended_at = ?3, result = ?4, trouble = ?5, said = ?6, trace_id = ?7 WHERE id = ?1`,
		id, subscription, stamp(end.At), end.Result, end.Trouble.Kind, end.Trouble.Text, end.Trouble.TraceID)
	if err != nil {
		return fmt.Errorf("keeping how act %d ended: %w", id, err)
	}
	return nil
}

// SubscriptionActs gives the newest acts, newest first.
func (r *Reader) SubscriptionActs(limit int) (all []SubscriptionAct, err error) {
	rows, err := r.query(`SELECT id, at, actor_kind, actor_id, actor_name, act, profile_id, subscription, event_type, schema_version, url,
		after_receipt, after_rejected, ended_at, result, trouble, said, trace_id FROM subscription_acts WHERE id > 0 ORDER BY id DESC LIMIT ?`, limited(limit))
	if err != nil {
		return nil, fmt.Errorf("reading acts about subscriptions: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var a SubscriptionAct
		var at, ended int64
		err := rows.Scan(&a.ID, &at, &a.By.Kind, &a.By.ID, &a.By.Name, &a.Act, &a.Profile, &a.Subscription, &a.Event, &a.Version, &a.URL,
			&a.AfterReceipt, &a.AfterRejected, &ended, &a.Result, &a.Trouble.Kind, &a.Trouble.Text, &a.Trouble.TraceID)
		if err != nil {
			return nil, fmt.Errorf("reading acts about subscriptions: %w", err)
		}
		a.At, a.SubscriptionEnd.At = stamped(at), stamped(ended)
		all = append(all, a)
	}
	return all, rows.Err()
}
