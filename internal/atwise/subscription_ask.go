package atwise

import (
	"context"
	"slices"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// AskSubscription asks Wise for one subscription of a list, and mends the list by what
// Wise says; false when Wise has it no more. An *api.Error in the chain of the error
// says why there was no answer; the list stays then.
func (a *Acts) AskSubscription(ctx context.Context, actor auth.Actor, requestID string, old OldSubscription) (still bool, err error) {
	entry := audit.Entry{Act: auth.AskSubscriptions, SubjectKind: "subscription", SubjectID: old.ID, RequestID: requestID}
	err = audit.Around(ctx, a.db, a.clock, actor, entry, func() error {
		scope, err := a.scope(ctx, old.Profile)
		if err != nil {
			return err
		}
		asking, stop := context.WithTimeout(ctx, a.patience)
		defer stop()
		told, err := a.wise.Subscription(asking, scope, old.ID)
		if err != nil && !isGone(err) {
			return err
		}
		still = err == nil
		return a.db.Write(context.WithoutCancel(ctx), store.LaneAct, func(tx *store.Tx) error {
			return relist(tx, old.Profile, func(all []api.Subscription) []api.Subscription { return mended(all, old.ID, told, still) })
		})
	})
	return still, err
}

// mended is a list in which one subscription is as Wise told it, or is left out. What
// Wise told of another one changes nothing.
func mended(all []api.Subscription, id string, told api.Subscription, still bool) []api.Subscription {
	i := slices.IndexFunc(all, func(s api.Subscription) bool { return s.ID == id })
	switch {
	case i < 0:
	case !still:
		return slices.Delete(all, i, i+1)
	case told.ID == id:
		all[i] = told
	}
	return all
}
