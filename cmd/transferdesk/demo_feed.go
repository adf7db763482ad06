package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/wise/wisesim"
)

// demoFeed sends the simulated webhooks, signed, over HTTP.
type demoFeed struct {
	plan   wisesim.Plan
	signer *wisesim.Signer
	clock  *demoClock
	to     wisesim.Sender
	wise   *demoWise

	settled chan struct{} // closed once the backlog shows on the pages
}

// run sends the backlog and then a new event every few seconds, until it is
// asked to stop; that is no error.
func (f demoFeed) run(s *surroundings, h *house) error {
	err := f.backlog(s)
	if err == nil {
		err = f.settle(s.ctx, h)
	}
	if err == nil {
		close(f.settled)
		_, _ = fmt.Fprintf(s.stdout, "\nThe backlog is in. A new event comes every few seconds; Ctrl-C ends the demo and removes its data.\n")
		err = f.trickle(s.ctx)
	}
	if errors.Is(err, context.Canceled) && s.ctx.Err() != nil {
		return nil
	}
	return err
}

// backlog sends all that happened until now, one after the other, so that the
// clock shows each arrival's own time.
func (f demoFeed) backlog(s *surroundings) error {
	deliveries := f.plan.Deliveries()
	bar := newBar(s.stderr, fmt.Sprintf("%d days of events", f.plan.Days), int64(len(deliveries)))
	for _, delivery := range deliveries {
		f.clock.Follow(delivery.At)
		if err := f.send(s.ctx, delivery); err != nil {
			return err
		}
		_ = bar.Add(1)
	}
	f.clock.GoLive()
	return bar.Finish()
}

// trickle lets new things happen at the demo's Wise, which tells of them.
func (f demoFeed) trickle(ctx context.Context) error {
	trickle := f.plan.Trickle(f.clock.Now)
	f.wise.server.Follow(trickle)
	return trickle.Run(ctx, trickleEvery, func(_ context.Context, d wisesim.Delivery) error {
		f.wise.server.Deliver(d)
		return nil
	})
}

// send delivers as Wise does, with retries.
func (f demoFeed) send(ctx context.Context, delivery wisesim.Delivery) error {
	if _, err := f.to.Deliver(ctx, delivery); err != nil {
		return fmt.Errorf("sending an event to ourselves: %w", err)
	}
	return nil
}

// settle waits until all that came in shows on the pages.
func (f demoFeed) settle(ctx context.Context, h *house) error {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		waiting, _, err := h.projector.Lag(ctx)
		if err != nil || waiting == 0 {
			return err
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
