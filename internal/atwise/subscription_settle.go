package atwise

import (
	"context"
	"errors"
	"maps"
	"slices"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// mostSettled is how many of the latest acts are looked at.
const mostSettled = 200

// settleSubscriptions has the lists told again on which acts in doubt rest, and ends
// those that were cut off, as by a stop of the process: what Wise did is not known
// until its list tells. Nothing is asked a second time but the list.
func (a *Acts) settleSubscriptions(ctx context.Context) (left int, err error) {
	var acts []store.SubscriptionAct
	listed := map[int64]store.Told[[]api.Subscription]{}
	err = a.db.Read(ctx, func(r *store.Reader) (err error) {
		if acts, err = r.SubscriptionActs(mostSettled); err != nil {
			return err
		}
		for _, act := range acts {
			q := SubscriptionsOf(act.Profile)
			if listed[act.Profile], err = store.ToldOf[[]api.Subscription](r, q.Kind, q.ID); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	doubted := map[int64]bool{}
	for _, act := range acts {
		cut := act.Result == store.ActStarted && !a.underWay(act.At)
		if cut {
			err = errors.Join(err, a.endCutOff(ctx, act))
		}
		doubt := cut || act.Result == string(audit.Unknown) && listed[act.Profile].At.Before(act.SubscriptionEnd.At)
		doubted[act.Profile] = doubted[act.Profile] || doubt && act.Act != store.ActTest
	}
	for _, profile := range slices.Sorted(maps.Keys(doubted)) {
		if doubted[profile] && a.enrich.Now(ctx, SubscriptionsOf(profile)) != nil {
			left++
		}
	}
	return left, err
}

// endCutOff ends an act that was cut off.
func (a *Acts) endCutOff(ctx context.Context, act store.SubscriptionAct) error {
	entry := audit.Entry{Act: auth.SettleSubscription, SubjectKind: "subscription", SubjectID: act.Subscription, Detail: "cut off, so that it is unknown: " + act.Act + " " + subscriptionDetail(act)}
	end := store.SubscriptionEnd{At: a.clock(), Result: string(audit.Unknown), Trouble: store.Trouble{Kind: string(api.Down), Text: "The server stopped while Wise was being asked."}}
	return audit.Do(ctx, a.db, a.clock, server(), entry, func(tx *store.Tx) error { return tx.EndSubscriptionAct(act.ID, "", end) })
}
