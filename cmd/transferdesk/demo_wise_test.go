package main

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/wisesim"
)

// The demo's API must know better than the webhooks of some transfers, or there is
// nothing to reconcile, and have something that can still be cancelled.
func TestTheDemosWiseIsAskedWithItsOwnSettings(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	plan := wisesim.Plan{Seed: 1, Now: now, Transfers: 200, Days: 60, Withheld: demoWithheld}
	signer, err := wisesim.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	var out, log page
	s := &surroundings{ctx: t.Context(), stdin: strings.NewReader(""), stdout: &out, stderr: &log, clock: func() time.Time { return now }}
	w, err := startWise(s, plan, signer, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := w.close(); err != nil {
			t.Error(err)
		}
	}()
	w.Config.Clock = s.clock
	client, err := api.New(w.Config)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	ids := w.cancellable(2)
	if len(ids) != 2 {
		t.Fatalf("%d can be cancelled", len(ids))
	}
	if got, err := client.Cancel(t.Context(), 0, ids[0]); err != nil || got.Status != string(transfer.Cancelled) {
		t.Errorf("cancelling: %v, %v", got, err)
	}
	by := map[api.Access]int{}
	for _, p := range w.world.Profiles {
		by[client.Access(p.User)]++
		if _, err := client.User(t.Context(), p.User); err != nil && w.world.Users[p.User] == "" {
			t.Errorf("user %d: %v", p.User, err)
		}
	}
	if by[api.ByUserToken] == 0 || by[api.ByPersonalToken] == 0 || by[api.ByNone] != 0 {
		t.Errorf("who speaks: %v", by)
	}
	if _, err := client.Subscriptions(t.Context(), api.Scope{}); err != nil {
		t.Errorf("as the application: %v", err)
	}
	if err := w.welcome(&out); err != nil || !strings.Contains(out.String(), w.Config.BaseURL) || strings.Contains(out.String(), w.Config.PersonalToken) {
		t.Errorf("%v: %s", err, out.String())
	}
}
