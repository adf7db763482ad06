package atwise

import (
	"context"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// errNoProfileTests says what Wise does not offer (seeds: "Test Notifications for
// Application Subscriptions").
func errNoProfileTests() error {
	return fault.New(fault.Unprocessable, "Wise offers no test for profile subscriptions. Nothing was asked.")
}

// TestSubscription asks Wise to send test notifications for a subscription of the
// application, and keeps their delivery ids, by which they are known when they
// come. The act that it gives says how it ended; Wise's refusals are no error.
// fault.Unprocessable for a profile's subscription.
func (a *Acts) TestSubscription(ctx context.Context, actor auth.Actor, requestID string, of OldSubscription) (store.SubscriptionAct, error) {
	entry := audit.Entry{Act: auth.TestSubscription, RequestID: requestID}
	act := of.act(store.ActTest)
	if err := audit.Allow(ctx, a.db, a.clock, actor, entry); err != nil {
		return act, err
	}
	if of.Profile != 0 {
		return act, errNoProfileTests()
	}
	return a.actOnSubscription(ctx, actor, entry, act, func(*store.Tx) error { return nil },
		func(ctx context.Context, act store.SubscriptionAct) (string, func(*store.Tx) error, error) {
			sent, err := a.wise.SendTest(ctx, of.ID)
			if err != nil {
				return "", nil, err
			}
			return "", func(tx *store.Tx) error { return keepTests(tx, act, sent) }, nil
		})
}

// keepTests keeps the delivery ids that Wise named.
func keepTests(tx *store.Tx, act store.SubscriptionAct, sent []api.TestSent) error {
	for _, one := range sent {
		err := tx.AddSubscriptionTest(store.SubscriptionTest{
			Act: act.ID, Subscription: act.Subscription, DeliveryID: one.DeliveryID, AskedAt: act.At, By: act.By, AfterRejected: act.AfterRejected,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
