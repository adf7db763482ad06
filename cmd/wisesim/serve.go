package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"transferdesk/internal/config"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
)

// serveCommand serves the API.
type serveCommand struct {
	Addr   string `default:"127.0.0.1:8090" placeholder:"HOST:PORT" env:"WISESIM_ADDR" help:"Where the API is served. /_sim/ only on this machine's own address."`
	Target string `placeholder:"URL" env:"WISESIM_TARGET" help:"A subscriber from the start to every event type, such as http://127.0.0.1:8080/webhooks/wise. Without it webhooks go only to subscriptions made by the API."`
	signing
	lives
	Withheld int `default:"0" help:"Of so many recent transfers the last webhooks never come: the API alone knows."`
	credentials
	mishaps
	Speed      float64 `default:"1" help:"How many times faster than Wise waits: between tries, with payout information, with support cases."`
	StrictURLs bool    `name:"strict-urls" help:"Take only subscriptions to https on 443 with a domain name and no query, as Wise does."`
	Limits     bool    `default:"true" negatable:"" help:"Keep Wise's limits: 100 requests a second and 1,000 a minute."`
}

// Run serves, tells the lives and lets new things happen until ctx ends.
func (c serveCommand) Run(ctx context.Context, s session) error {
	if err := errors.Join(c.lives.check(), c.mishaps.check()); err != nil {
		return err
	}
	local, err := config.Loopback(c.Addr)
	if err != nil {
		return fmt.Errorf("--addr: %w", err)
	}
	signer, err := c.signer()
	if err != nil {
		return err
	}
	plan := wisesim.Plan{Seed: c.Seed, Now: s.clock(), Transfers: c.Transfers, Days: c.Days, Withheld: c.Withheld}
	server, err := c.server(s, plan, signer)
	if err != nil {
		return err
	}
	defer server.Close()
	ln, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Addr)
	if err != nil {
		return fmt.Errorf("--addr: %w", err)
	}
	c.credentials.welcome(s.out, ln.Addr().String())
	var handler http.Handler = server
	if local {
		handler = server.Controls()
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	living := make(chan struct{})
	go func() {
		defer close(living)
		c.live(ctx, s, server, plan, signer)
	}()
	err = serve(ctx, ln, handler, server)
	stop()
	<-living
	return err
}

// server makes the API with the plan's world.
func (c serveCommand) server(s session, plan wisesim.Plan, signer *wisesim.Signer) (*simserver.Server, error) {
	world := plan.World()
	tokens, err := c.userTokens(world)
	if err != nil {
		return nil, err
	}
	server := simserver.New(simserver.Options{
		Clock: s.clock, ClientID: c.ClientID, ClientSecret: c.ClientSecret, ClientKey: c.ClientKey, PersonalToken: c.Token,
		UserTokens: tokens, RefreshTwice: c.RefreshTwice, Signer: signer, Post: c.post(c.Seed), Speed: c.Speed, Limits: c.Limits,
		StrictURLs: c.StrictURLs, Log: slog.New(slog.NewTextHandler(s.out, nil)),
	})
	server.Populate(world)
	if c.Target != "" {
		server.PopulateSubscriptions(world, c.Target)
	}
	server.Fail(c.failure())
	return server, nil
}

// live tells the lives until now to the target, and then what is new to whoever
// subscribed. A target that does not take the lives does not end the API.
func (c serveCommand) live(ctx context.Context, s session, server *simserver.Server, plan wisesim.Plan, signer *wisesim.Signer) {
	if c.Target != "" {
		sender := wisesim.Sender{Target: c.Target, Client: wisesim.NewClient(c.Connections), Signer: signer}
		if err := c.tell(ctx, s, sender, plan.Deliveries()); err != nil && ctx.Err() == nil {
			_, _ = fmt.Fprintln(s.out, "the lives are not told to their end:", err)
		}
	}
	if c.Trickle <= 0 {
		return
	}
	trickle := plan.Trickle(s.clock)
	server.Follow(trickle)
	// Delivering in the background never fails.
	_ = trickle.Run(ctx, c.Trickle, func(_ context.Context, d wisesim.Delivery) error {
		server.Deliver(d)
		return nil
	})
}

// serve answers until ctx ends, then finishes what is under way. Webhooks stop
// first, so that no slow answer is waited for.
func serve(ctx context.Context, ln net.Listener, handler http.Handler, server *simserver.Server) error {
	h := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	served := make(chan error, 1)
	go func() { served <- h.Serve(ln) }()
	select {
	case err := <-served:
		return fmt.Errorf("serving the API: %w", err)
	case <-ctx.Done():
	}
	server.Close()
	last, stop := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer stop()
	if err := h.Shutdown(last); err != nil {
		return errors.Join(err, h.Close())
	}
	return nil
}
