package main

import (
	"context"
	"fmt"

	"transferdesk/internal/wise/wisesim"
)

// loadCommand sends load.
type loadCommand struct {
	place
	Connections int `default:"64" help:"How many requests are on their way at a time."`
	Events      int `default:"10000" help:"How many distinct deliveries are sent."`
}

// Run signs and sends the load and prints what it came to.
func (c loadCommand) Run(ctx context.Context, s session) error {
	signer, err := c.signer()
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintf(s.out, "signing %d deliveries\n", c.Events)
	report, err := wisesim.Load(ctx, wisesim.LoadConfig{
		Target: c.Target, Signer: signer, Connections: c.Connections, Events: c.Events, Seed: c.Seed, Now: s.clock(),
	})
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintln(s.out, report)
	return nil
}
