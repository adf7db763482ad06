package wisesim_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
)

// ofProfile are the kinds that are named by the profile or by a recipient: every
// one of them has been there before.
var ofProfile = map[activity.Kind]bool{
	activity.CDDCheck: true, activity.ProfileState: true, activity.Verification: true, activity.Overdraft: true,
	activity.RecipientAccount: true, activity.CardProduction: true,
}

func TestATrickleTellsNewEventsAtTheClocksNow(t *testing.T) {
	at := now
	plan := wisesim.Plan{Seed: 1, Now: now, Transfers: 200, Days: 60}
	known, profiles, other := map[int64]bool{}, map[int64]bool{}, map[activity.Key]bool{}
	for _, d := range lives(200) {
		known[d.TransferID], profiles[d.ProfileID] = true, true
		if e := d.Activity; e != nil && !ofProfile[e.Kind] {
			other[e.Key] = true
		}
	}
	trickle := plan.Trickle(func() time.Time { return at })
	transfers, states, things := map[int64]bool{}, 0, map[activity.Kind]bool{}
	for range 300 {
		at = at.Add(5 * time.Second)
		all := trickle.Next()
		if len(all) == 0 {
			t.Fatal("an event without a delivery")
		}
		for _, d := range all {
			got := wise.Decode(d.Body, evidence.Source{ReceivedAt: d.At})
			if got.Verdict != wise.Readable || !d.At.Equal(at) || got.SentAt.After(at) || at.Sub(got.SentAt) > 10*time.Second {
				t.Fatalf("%v at %v, sent at %v, now %v:\n%s", got.Verdict, d.At, got.SentAt, at, d.Body)
			}
			if got.TransferID != 0 && known[got.TransferID] || !profiles[got.ProfileID] && got.EventType != "bulk-settlement#payment-received" {
				t.Fatalf("transfer %d of profile %d", got.TransferID, got.ProfileID)
			}
			if e := got.Activity; e != nil {
				if other[e.Key] {
					t.Fatalf("%v is of the plan", e.Key)
				}
				things[e.Kind] = true
				continue
			}
			transfers[got.TransferID] = true
			states++
		}
	}
	if len(transfers) < 30 || states < 2*len(transfers) {
		t.Errorf("%d transfers in %d deliveries", len(transfers), states)
	}
	if len(things) < 5 {
		t.Errorf("beside transfers it tells of %v", things)
	}
}

func TestATrickleRunsUntilItIsStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	trickle := wisesim.Plan{Seed: 1, Transfers: 10}.Trickle(func() time.Time { return now })
	sent := 0
	err := trickle.Run(ctx, time.Millisecond, func(context.Context, wisesim.Delivery) error {
		if sent++; sent == 5 {
			cancel()
		}
		return nil
	})
	if err != nil || sent < 5 {
		t.Errorf("%d sent, %v", sent, err)
	}
	broken := errors.New("broken")
	err = trickle.Run(t.Context(), time.Millisecond, func(context.Context, wisesim.Delivery) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("a send that fails ends it with %v", err)
	}
}
