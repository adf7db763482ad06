package wisesim_test

import (
	"testing"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
)

// latest gives the last state of each transfer, and of each user, of which the
// plan's webhooks tell.
func latest(p wisesim.Plan) (transfers map[int64]transfer.State, users map[int64]customer.UserState, subscriptions map[string]string) {
	transfers, users, subscriptions = map[int64]transfer.State{}, map[int64]customer.UserState{}, map[string]string{}
	at, userAt := map[int64]time.Time{}, map[int64]time.Time{}
	for i, d := range p.Deliveries() {
		got := wise.Decode(d.Body, evidence.Source{Delivery: int64(i + 1), ReceivedAt: d.At})
		if d.Test || got.Verdict != wise.Readable {
			continue
		}
		subscriptions[got.Subscription] = got.EventType
		if e := got.Transfer; e != nil && e.Kind == transfer.StateChange && e.Transfer >= 50_000_000 && !e.At.Time.Before(at[e.Transfer]) {
			transfers[e.Transfer], at[e.Transfer] = e.To, e.At.Time
		}
		if got.User != nil && !got.SentAt.Before(userAt[got.UserID]) {
			users[got.UserID], userAt[got.UserID] = got.User.To, got.SentAt
		}
	}
	return transfers, users, subscriptions
}

func TestTheWorldStandsAsTheWebhooksTell(t *testing.T) {
	plan := wisesim.Plan{Seed: 1, Now: now, Transfers: 400, Days: 60}
	world := plan.World()
	told, users, subscriptions := latest(plan)
	if len(world.Transfers) != 400 {
		t.Fatalf("%d transfers", len(world.Transfers))
	}
	for _, one := range world.Transfers {
		if state, heard := told[one.ID]; heard && state != one.State {
			t.Errorf("transfer %d is %s, told %s", one.ID, one.State, state)
		}
		if sent := one.State == transfer.OutgoingPaymentSent; sent && one.SentAt.Before(one.Created) || one.State == "" || one.Rate == "" || one.TargetValue == "" {
			t.Errorf("%+v", one)
		}
	}
	for user, state := range users {
		if want, restricted := world.Users[user]; restricted && want != state || !restricted && state != customer.Active {
			t.Errorf("user %d is %q, told %q", user, want, state)
		}
	}
	for _, one := range world.Subscriptions {
		if subscriptions[one.ID] != one.EventType {
			t.Errorf("subscription %+v tells of %q", one, subscriptions[one.ID])
		}
	}
	if len(world.Subscriptions) < 20 || len(world.Recipients) < 100 || len(users) < 4 {
		t.Errorf("%d subscriptions, %d recipients, %d users", len(world.Subscriptions), len(world.Recipients), len(users))
	}
}

func TestTheLastWebhooksOfSomeTransfersAreWithheld(t *testing.T) {
	plan := wisesim.Plan{Seed: 1, Now: now, Transfers: 400, Days: 60, Withheld: 5}
	all, _, _ := latest(wisesim.Plan{Seed: 1, Now: now, Transfers: 400, Days: 60})
	told, _, _ := latest(plan)
	behind, unheard := 0, 0
	for _, one := range plan.World().Transfers {
		state, heard := told[one.ID]
		switch {
		case !heard && all[one.ID] != "":
			unheard++
		case state != one.State && all[one.ID] == one.State:
			behind++
		}
	}
	if behind != 4 || unheard != 1 {
		t.Errorf("%d are behind, %d were never heard of; want 4 and 1", behind, unheard)
	}
}

func TestSomebodyWatchesTheTrickleAndEndsLives(t *testing.T) {
	trickle := wisesim.Plan{Seed: 1, Now: now, Transfers: 200, Days: 60}.Trickle(func() time.Time { return now })
	held, ended := map[int64]transfer.State{}, map[int64]bool{}
	trickle.Watch(func(before transfer.State, after wisesim.Payment) bool {
		if held[after.ID] != before || ended[after.ID] {
			t.Fatalf("transfer %d was %q, not %q; ended %v", after.ID, held[after.ID], before, ended[after.ID])
		}
		held[after.ID] = after.State
		if len(held)%5 == 0 {
			ended[after.ID] = true
			return false
		}
		return true
	})
	for range 400 {
		for _, d := range trickle.Next() {
			got := wise.Decode(d.Body, evidence.Source{Delivery: 1, ReceivedAt: d.At})
			if e := got.Transfer; e != nil && e.Kind == transfer.StateChange && e.To != held[e.Transfer] {
				t.Fatalf("told %s of transfer %d, which is %s", e.To, e.Transfer, held[e.Transfer])
			}
		}
	}
	if len(held) < 50 || len(ended) < 10 {
		t.Errorf("%d transfers, %d ended", len(held), len(ended))
	}
}
