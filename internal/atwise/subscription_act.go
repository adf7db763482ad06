package atwise

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// badCallback is the code by which Wise refuses an address: the signed test that it
// sends first was not answered with a 2xx.
const badCallback = "INVALID_CALLBACK_URL"

// TroubleCallback is the kind of trouble of an act that ended with badCallback.
const TroubleCallback = "invalid_callback_url"

// subscriptionAsk is one request to Wise about a subscription. It gives the id of
// what it made, and what else is to be kept with the act's end, which may be nil.
type subscriptionAsk func(context.Context, store.SubscriptionAct) (made string, keep func(*store.Tx) error, err error)

// actOnSubscription runs one act at Wise: recorded as started, asked once, never
// again, and recorded as it ended. The act that it gives says how; an error is one
// of ours, and nothing was asked then: the role, the check, the database.
func (a *Acts) actOnSubscription(ctx context.Context, actor auth.Actor, entry audit.Entry, act store.SubscriptionAct,
	check func(*store.Tx) error, ask subscriptionAsk) (store.SubscriptionAct, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	act.At, act.By = a.clock(), audit.By(actor)
	entry.SubjectKind, entry.SubjectID, entry.Detail = "subscription", act.Subscription, subscriptionDetail(act)
	begin := func(tx *store.Tx) (err error) {
		if err = check(tx); err == nil {
			act, err = tx.AddSubscriptionAct(act)
		}
		return err
	}
	err := audit.Outside(ctx, a.db, a.clock, actor, entry, begin, func(context.Context) (audit.Outcome, error) {
		made, keep, err := ask(ctx, act)
		act.Subscription, act.SubscriptionEnd = cmp.Or(made, act.Subscription), a.subscriptionEnd(act, err)
		return audit.Outcome{Result: audit.Result(act.Result), SubjectID: made, Detail: subscriptionDetail(act), Keep: func(tx *store.Tx) error {
			if err := tx.EndSubscriptionAct(act.ID, made, act.SubscriptionEnd); err != nil || keep == nil {
				return err
			}
			return keep(tx)
		}}, nil
	})
	if err == nil && (act.Result == string(audit.Unknown) || act.Trouble.Kind == string(api.NotFound)) {
		a.doubt(ctx, act)
	}
	return act, err
}

// doubt asks for the list again, in the time that is left, since only it can tell
// what there is.
func (a *Acts) doubt(ctx context.Context, act store.SubscriptionAct) {
	if err := a.enrich.Now(ctx, SubscriptionsOf(act.Profile)); err != nil {
		a.log.Info("the list of subscriptions could not be asked for after an act in doubt", "act", act.ID, "error", err)
		a.wakeSettling()
	}
}

// SubscriptionsOf is the question for the subscriptions of the application, profile
// 0, or of a profile.
func SubscriptionsOf(profile int64) enrich.Question {
	if profile == 0 {
		return enrich.Question{Kind: store.OfApplicationSubscriptions}
	}
	return enrich.Question{Kind: store.OfProfileSubscriptions, ID: profile, Profile: profile}
}

// scope is whose subscriptions are asked about, and who speaks for it.
func (a *Acts) scope(ctx context.Context, profile int64) (scope api.Scope, err error) {
	scope.Profile = profile
	err = a.db.Read(ctx, func(r *store.Reader) (err error) {
		scope.User, err = a.enrich.SpeakerOf(r, profile)
		return err
	})
	return scope, err
}

// relist changes the list that is kept of a scope by what Wise has just done; a list
// that was never told stays so. Its age stays that of the last asking.
func relist(tx *store.Tx, profile int64, change func([]api.Subscription) []api.Subscription) error {
	q := SubscriptionsOf(profile)
	told, err := store.ToldOf[[]api.Subscription](&tx.Reader, q.Kind, q.ID)
	if err != nil || !told.Known {
		return err
	}
	value, err := json.Marshal(change(told.Value))
	if err != nil {
		return fmt.Errorf("keeping the list of subscriptions: %w", err)
	}
	return tx.SaveWiseAnswer(store.WiseAnswer{Kind: q.Kind, ID: q.ID, Value: value, FetchedAt: told.At, TriedAt: told.TriedAt})
}
