package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"transferdesk/internal/wise/wisesim"
)

// Each webhook of the backlog must find the clock at its own arrival, and the
// clock must be the real one afterwards.
func TestTheBacklogMovesTheClockToEachArrival(t *testing.T) {
	plan := wisesim.Plan{Seed: 1, Now: time.Date(2026, 9, 1, 12, 0, 0, 0, time.UTC), Transfers: 5, Days: 10}
	deliveries := plan.Deliveries()
	real := plan.Now.Add(time.Minute)
	clock := &demoClock{wall: func() time.Time { return real }, at: plan.Now.AddDate(0, 0, -plan.Days)}
	var came atomic.Int64
	wise := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		if want := deliveries[came.Add(1)-1].At; !clock.Now().Equal(want) {
			t.Errorf("webhook %d arrives at %v, want %v", came.Load(), clock.Now(), want)
		}
	}))
	defer wise.Close()
	signer, err := wisesim.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	client := wisesim.NewClient(1)
	defer client.CloseIdleConnections()
	feed := demoFeed{plan: plan, signer: signer, clock: clock, to: wisesim.Sender{Target: wise.URL, Client: client, Signer: signer}}
	var out, log page
	if err := feed.backlog(&surroundings{ctx: t.Context(), stdin: strings.NewReader(""), stdout: &out, stderr: &log}); err != nil {
		t.Fatal(err)
	}
	if got := int(came.Load()); got != len(deliveries) || got == 0 {
		t.Errorf("%d webhooks came, want %d", got, len(deliveries))
	}
	if got := clock.Now(); !got.Equal(real) {
		t.Errorf("after the backlog the clock shows %v, want the real time %v", got, real)
	}
}
