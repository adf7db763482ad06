package atwise

import (
	"context"
	"slices"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// OldSubscription is a subscription that stands in a list.
type OldSubscription struct {
	Profile int64 // whose; 0: the application's
	api.Subscription
}

// act is what is recorded of something done to it.
func (o OldSubscription) act(act string) store.SubscriptionAct {
	return store.SubscriptionAct{Act: act, Profile: o.Profile, Subscription: o.ID, Event: o.Event, Version: o.Version, URL: o.URL}
}

// Unsubscribe asks Wise to delete a subscription. One that is gone already was
// deleted, with the trouble not_found beside it. The act that it gives says how it
// ended; Wise's refusals are no error.
func (a *Acts) Unsubscribe(ctx context.Context, actor auth.Actor, requestID string, old OldSubscription) (store.SubscriptionAct, error) {
	entry := audit.Entry{Act: auth.DeleteSubscription, RequestID: requestID}
	scope, err := a.scope(ctx, old.Profile)
	if err != nil {
		return old.act(store.ActUnsubscribe), err
	}
	unlist := func(tx *store.Tx) error {
		return relist(tx, old.Profile, func(all []api.Subscription) []api.Subscription {
			return slices.DeleteFunc(all, func(s api.Subscription) bool { return s.ID == old.ID })
		})
	}
	return a.actOnSubscription(ctx, actor, entry, old.act(store.ActUnsubscribe), func(*store.Tx) error { return nil },
		func(ctx context.Context, _ store.SubscriptionAct) (string, func(*store.Tx) error, error) {
			err := a.wise.Unsubscribe(ctx, scope, old.ID)
			if err != nil && !isGone(err) {
				return "", nil, err
			}
			return "", unlist, err
		})
}

// isGone says whether Wise does not know what it was to delete.
func isGone(err error) bool {
	e := api.TroubleOf(err)
	return e != nil && e.Kind == api.NotFound
}
