package main

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"transferdesk/internal/wise/wisesim"
)

// sendCommand sends lives.
type sendCommand struct {
	place
	lives
}

// lives is how many lives are told, and how fast.
type lives struct {
	Transfers   int           `default:"2000" help:"How many transfers."`
	Days        int           `default:"60" help:"Over how many days before now."`
	Connections int           `default:"8" help:"How many requests are on their way at a time."`
	Trickle     time.Duration `default:"5s" help:"Pause between new events after that; 0 for none."`
}

// Run sends the lives in order of arrival, then new events until ctx ends.
func (c sendCommand) Run(ctx context.Context, s session) error {
	if err := c.check(); err != nil {
		return err
	}
	signer, err := c.signer()
	if err != nil {
		return err
	}
	sender := wisesim.Sender{Target: c.Target, Client: wisesim.NewClient(c.Connections), Signer: signer}
	plan := wisesim.Plan{Seed: c.Seed, Now: s.clock(), Transfers: c.Transfers, Days: c.Days}
	if err := c.tell(ctx, s, sender, plan.Deliveries()); err != nil || c.Trickle <= 0 {
		return err
	}
	return plan.Trickle(s.clock).Run(ctx, c.Trickle, func(ctx context.Context, d wisesim.Delivery) error {
		_, err := sender.Deliver(ctx, d)
		return err
	})
}

// check refuses numbers that make no sense.
func (c lives) check() error {
	if c.Transfers < 1 || c.Days < 1 || c.Connections < 1 {
		return errors.New("--transfers, --days and --connections must be at least 1")
	}
	return nil
}

// tell sends all deliveries over a few connections; the first that is given up
// ends it.
func (c lives) tell(ctx context.Context, s session, sender wisesim.Sender, all []wisesim.Delivery) error {
	var sent atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(c.Connections)
	for _, one := range all {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			status, err := sender.Deliver(ctx, one)
			if err != nil {
				return fmt.Errorf("delivery %s (last status %d): %w", one.DeliveryID, status, err)
			}
			if n := sent.Add(1); n%1000 == 0 {
				_, _ = fmt.Fprintf(s.out, "%d of %d deliveries taken\n", n, len(all))
			}
			return nil
		})
	}
	err := group.Wait()
	_, _ = fmt.Fprintf(s.out, "%d of %d deliveries taken\n", sent.Load(), len(all))
	return err
}
