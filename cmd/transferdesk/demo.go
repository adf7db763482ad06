package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"transferdesk/internal/config"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/web"
)

// Reconciliation is quick in the demo: nobody wants to wait for what it finds.
const (
	demoReconcileEvery = 30 * time.Second
	demoGrace          = 15 * time.Second
)

// trickleEvery is the pause between two new events once the backlog is in.
const trickleEvery = 4 * time.Second

type demoCommand struct {
	Addr      string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen, on this machine only. A free port is taken when this one is not."`
	Transfers int    `default:"2000" help:"How many transfers the backlog tells of."`
	Days      int    `default:"60" help:"Over how many days before now."`
	Seed      uint64 `default:"1" help:"Another number gives other transfers."`
}

// Run shows the product until the process is asked to stop, and leaves nothing behind.
func (c demoCommand) Run(s *surroundings) (err error) {
	if err := c.check(); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "transferdesk-demo-")
	if err != nil {
		return fmt.Errorf("making a temporary folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	signer, err := wisesim.GenerateKey()
	if err != nil {
		return err
	}
	keys, err := demoKeys(signer)
	if err != nil {
		return err
	}
	plan := wisesim.Plan{Seed: c.Seed, Now: s.clock().UTC(), Transfers: c.Transfers, Days: c.Days, Withheld: min(demoWithheld, c.Transfers/4)}
	clock := &demoClock{wall: s.clock, at: plan.Now.AddDate(0, 0, -c.Days)}
	w, err := startWise(s, plan, signer, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.close()) }()
	house := demoPlan(s, keys, clock, filepath.Join(dir, "transferdesk.db"))
	house.api = w.Config
	settled := make(chan struct{})
	house.every = reconcile.Config{Every: demoReconcileEvery, Grace: demoGrace, Begin: settled}
	h, err := build(s.ctx, house)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	ln, err := listenForDemo(s.ctx, c.Addr, s.stdout)
	if err != nil {
		return err
	}
	return c.show(s, h, ln, demoFeed{plan: plan, signer: signer, clock: clock, wise: w, settled: settled})
}

// check refuses what would show the demo's log-ins to other machines.
func (c demoCommand) check() error {
	loopback, err := config.Loopback(c.Addr)
	if err != nil {
		return fmt.Errorf("--addr: %w", err)
	}
	if !loopback {
		return errors.New("--addr: the demo listens on this machine only, such as 127.0.0.1:8080")
	}
	if c.Transfers < 1 || c.Days < 1 {
		return errors.New("--transfers and --days must be 1 or more")
	}
	return nil
}

// demoPlan is a house with a key of its own in place of Wise's.
func demoPlan(s *surroundings, keys wise.Keys, clock *demoClock, path string) plan {
	return plan{
		path:  path,
		keys:  keys,
		pages: clock.Now,
		wall:  s.clock,
		log:   slog.New(slog.NewTextHandler(s.stderr, &slog.HandlerOptions{Level: slog.LevelWarn})),
		site:  web.Config{Environment: "DEMO", FraudLine: "extension 4242", FraudLineText: "Say: “I am putting you through to a colleague.” Stay on the line until they answer."},
	}
}

// demoKeys is the signer's public key, read as a file on the command line is.
func demoKeys(signer *wisesim.Signer) (wise.Keys, error) {
	text, err := signer.PublicPEM()
	if err != nil {
		return wise.Keys{}, err
	}
	return wise.ParseKeys("demo", text)
}

// show serves, lets the feed run, and stops both together.
func (c demoCommand) show(s *surroundings, h *house, ln net.Listener, feed demoFeed) error {
	url := "http://" + ln.Addr().String()
	if err := welcome(s, h.desk, url); err != nil {
		return errors.Join(err, ln.Close())
	}
	if err := importCustomers(s, h.desk, feed.plan.Customers()); err != nil {
		return errors.Join(err, ln.Close())
	}
	if err := feed.wise.welcome(s.stdout); err != nil {
		return errors.Join(err, ln.Close())
	}
	feed.wise.server.PopulateSubscriptions(feed.wise.world, url+"/webhooks/wise")
	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	served := make(chan error, 1)
	go func() { served <- h.serve(ctx, ln) }()
	feed.to = wisesim.Sender{Target: url + "/webhooks/wise", Client: wisesim.NewClient(1), Signer: feed.signer}
	err := feed.run(s, h)
	stop()
	return errors.Join(err, <-served)
}

// listenForDemo takes a free port when the one asked for is taken, and says so.
func listenForDemo(ctx context.Context, addr string, say io.Writer) (net.Listener, error) {
	ln, err := web.Listen(ctx, addr)
	if !errors.Is(err, syscall.EADDRINUSE) {
		return ln, err
	}
	host, _, _ := net.SplitHostPort(addr)
	if ln, err = web.Listen(ctx, net.JoinHostPort(host, "0")); err != nil {
		return nil, err
	}
	_, err = fmt.Fprintf(say, "%s is taken, so the demo listens on %s.\n", addr, ln.Addr())
	return ln, err
}
