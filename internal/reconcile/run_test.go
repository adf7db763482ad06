package reconcile_test

import (
	"context"
	"runtime"
	"sync"
	"testing"

	"transferdesk/internal/auth"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

// lead is who starts rounds.
var lead = auth.Actor{Kind: auth.Person, ID: 1, Name: "Lea", Role: auth.Lead}

func TestRunEndsInTheMiddleOfARequest(t *testing.T) {
	b := newBench(t)
	b.profile(ours)
	b.known(1, ours, transfer.Processing, start)
	b.wise.Fail(simserver.Failure{Mode: simserver.Slow})
	if err := b.reconcile.Start(t.Context(), lead, ""); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- b.reconcile.Run(ctx) }()
	for len(b.wise.Requests()) == 0 {
		runtime.Gosched()
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
	if round := b.lastRound(); round.End != store.RoundRuns {
		t.Errorf("the round is %+v, want one that goes on after the next start", round)
	}
}

func TestRunWaitsUntilRoundsMayBegin(t *testing.T) {
	begin := make(chan struct{})
	b := newBench(t, func(_ *apiConfig, cfg *reconcileConfig) { cfg.Begin = begin })
	b.profile(ours)
	if err := b.reconcile.Start(t.Context(), lead, ""); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := b.reconcile.Run(ctx); err != nil || len(b.wise.Requests()) != 0 {
		t.Errorf("%d requests before rounds may begin, %v", len(b.wise.Requests()), err)
	}
}

// What is shared between who steps and who asks is looked at by the race detector.
func TestPeopleAskWhileRoundsRun(t *testing.T) {
	b := newBench(t)
	for id := range int64(20) {
		b.profile(501 + id)
		b.known(id+1, 501+id, transfer.Processing, start)
		b.move(id+1, transfer.FundsConverted)
	}
	ctx, stop := context.WithCancel(t.Context())
	var all sync.WaitGroup
	all.Go(func() { _ = b.reconcile.Run(ctx) })
	for n := range int64(4) {
		all.Go(func() {
			who := agent
			who.ID = 10 + n
			for id := range int64(5) {
				_ = b.reconcile.Ask(ctx, who, "", n*5+id+1)
				_ = b.reconcile.Start(ctx, lead, "")
				_ = b.reconcile.Status()
				_ = b.reconcile.Stop(ctx, lead, "")
			}
		})
	}
	for len(b.findings()) < 20 {
		runtime.Gosched()
	}
	stop()
	all.Wait()
}
