package atwise

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// MaxSubscriptionName is the longest name of a subscription, in characters.
const MaxSubscriptionName = 100

// NewSubscription is what somebody wants to be subscribed to.
type NewSubscription struct {
	Profile int64 // whose events; 0: the application's
	Event   string
	Version string // a schema version that is read
	URL     string
	Name    string
}

// Subscribe asks Wise for a subscription, once. The act that it gives says how that
// ended; Wise's refusals are no error. Its errors: fault.Unprocessable when a field
// is wrong, fault.Conflict when there is such a subscription, or nobody can tell yet
// whether there is. Nothing was asked of Wise then.
func (a *Acts) Subscribe(ctx context.Context, actor auth.Actor, requestID string, n NewSubscription) (store.SubscriptionAct, error) {
	entry := audit.Entry{Act: auth.AddSubscription, RequestID: requestID}
	act := store.SubscriptionAct{Act: store.ActSubscribe, Profile: n.Profile, Event: n.Event, Version: n.Version, URL: n.URL}
	if err := audit.Allow(ctx, a.db, a.clock, actor, entry); err != nil {
		return act, err
	}
	n.Name = strings.TrimSpace(n.Name)
	if err := n.check(a.Simulated()); err != nil {
		return act, err
	}
	scope, err := a.scope(ctx, n.Profile)
	if err != nil {
		return act, err
	}
	return a.actOnSubscription(ctx, actor, entry, act, func(tx *store.Tx) error { return a.isNew(tx, act) },
		func(ctx context.Context, _ store.SubscriptionAct) (string, func(*store.Tx) error, error) {
			made, err := a.wise.Subscribe(ctx, scope, api.NewSubscription{Name: n.Name, Event: n.Event, Version: n.Version, URL: n.URL})
			if err != nil {
				return "", nil, err
			}
			return made.ID, func(tx *store.Tx) error {
				return relist(tx, n.Profile, func(all []api.Subscription) []api.Subscription { return append(all, made) })
			}, nil
		})
}

// check says which field is wrong; the first word after "The" names it.
func (n NewSubscription) check(simulated bool) error {
	offers := wise.OffersOf(n.Event)
	offer, whose := offers.Application, "profiles"
	if n.Profile != 0 {
		offer, whose = offers.Profile, "applications"
	}
	length := utf8.RuneCountInString(n.Name)
	switch {
	case !slices.Contains(wise.EventTypes(), n.Event):
		return fault.New(fault.Unprocessable, "The event type must be one of the list.")
	case offer == wise.NotOffered:
		return fault.New(fault.Unprocessable, "The event type is not possible here: Wise offers it to "+whose+" only.")
	case !slices.Contains(wise.Versions(n.Event), n.Version):
		return fault.New(fault.Unprocessable, fmt.Sprintf("The version must be one that is read: %s.", strings.Join(wise.Versions(n.Event), ", ")))
	case length == 0 || length > MaxSubscriptionName || !utf8.ValidString(n.Name) || strings.ContainsFunc(n.Name, isControl):
		return fault.New(fault.Unprocessable, fmt.Sprintf("The name must have 1 to %d characters, on one line.", MaxSubscriptionName))
	}
	return CheckAddress(n.URL, simulated)
}

func isControl(r rune) bool { return r < ' ' || r == 0x7f }

// isNew refuses what Wise has already, as far as its list tells, and what it may
// have: another request for the same that has not ended, or ended in doubt after
// the list was last told. So nothing is made twice by a second click.
func (a *Acts) isNew(tx *store.Tx, act store.SubscriptionAct) error {
	q := SubscriptionsOf(act.Profile)
	told, err := store.ToldOf[[]api.Subscription](&tx.Reader, q.Kind, q.ID)
	if err != nil {
		return err
	}
	for _, s := range told.Value {
		if s.Event == act.Event && s.Version == act.Version && s.URL == act.URL {
			return fault.New(fault.Conflict, "Wise has such a subscription already: "+act.Event+" "+act.Version+" to the same address. Nothing was asked of Wise; a second one would only send every event twice.")
		}
	}
	acts, err := tx.SubscriptionActs(0)
	if err != nil {
		return err
	}
	for _, before := range acts {
		same := before.Act == store.ActSubscribe && before.Profile == act.Profile && before.Event == act.Event && before.Version == act.Version && before.URL == act.URL
		if same && a.inDoubt(before, told.At) {
			return fault.New(fault.Conflict, "The same was asked of Wise before, and it is not known yet whether Wise did it. Nothing was asked now; have Wise asked for the list again first.")
		}
	}
	return nil
}

// inDoubt says whether nobody can tell what came of an act: it may still run, or it
// has ended without an answer and the list was not told since.
func (a *Acts) inDoubt(act store.SubscriptionAct, listed time.Time) bool {
	switch act.Result {
	case store.ActStarted:
		return a.clock().Sub(act.At) < stillAsked || listed.Before(act.At.Add(stillAsked))
	case string(audit.Unknown):
		return listed.Before(act.SubscriptionEnd.At)
	}
	return false
}
