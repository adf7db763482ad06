package wisesim

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"transferdesk/internal/transfer"
)

// LoadConfig says how much is sent, and where.
type LoadConfig struct {
	Target      string
	Client      *http.Client // nil: one for so many connections
	Signer      *Signer
	Connections int       // how many requests are on their way at a time
	Events      int       // how many distinct deliveries are sent
	Seed        uint64    // another seed gives other transfers
	Now         time.Time // when the last event happened; zero: at the machine's now
}

// Report is what a load came to. A delivery that was not answered with a 2xx
// counts as refused; its time counts too.
type Report struct {
	Events, Accepted, Refused int
	Elapsed                   time.Duration
	PerSecond                 float64 // accepted
	P50, P90, P99, Max        time.Duration
}

// String gives the report on one line.
func (r Report) String() string {
	return fmt.Sprintf("%d events in %v: %.0f accepted/s, %d refused; p50 %v, p90 %v, p99 %v, max %v", r.Events,
		r.Elapsed.Round(time.Millisecond), r.PerSecond, r.Refused, round(r.P50), round(r.P90), round(r.P99), round(r.Max))
}

// round cuts a latency to what can be read.
func round(d time.Duration) time.Duration { return d.Round(10 * time.Microsecond) }

// ErrNoLoad says that a load needs at least one connection and one event.
var ErrNoLoad = errors.New("a load needs at least one connection and one event")

// Load signs all deliveries first, then sends them as fast as they are answered,
// each once, and measures only the sending.
func Load(ctx context.Context, c LoadConfig) (Report, error) {
	if c.Connections < 1 || c.Events < 1 {
		return Report{}, ErrNoLoad
	}
	if c.Now.IsZero() {
		c.Now = time.Now().UTC()
	}
	if c.Client == nil {
		c.Client = NewClient(c.Connections)
	}
	ready, err := sign(ctx, c)
	if err != nil {
		return Report{}, fmt.Errorf("signing the load: %w", err)
	}
	return drive(ctx, c, ready)
}

// signed is a delivery with its signature.
type signed struct {
	Delivery
	signature string
}

// sign writes and signs the bodies on all processors.
func sign(ctx context.Context, c LoadConfig) ([]signed, error) {
	bodies := loadBodies(c)
	ready := make([]signed, len(bodies))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, one := range bodies {
		group.Go(func() error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			signature, err := c.Signer.Sign(one.Body)
			ready[i] = signed{one, signature}
			return err
		})
	}
	return ready, group.Wait()
}

// loadBodies writes distinct deliveries: four state changes of each transfer.
func loadBodies(c LoadConfig) []Delivery {
	w := newWorld(c.Seed, c.Events/4)
	happy := []transfer.State{transfer.IncomingPaymentWaiting, transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent}
	base := 100_000_000 + int64(c.Seed%1_000_000)*10_000_000
	var p *payment
	all := make([]Delivery, c.Events)
	for i := range all {
		turn := i % len(happy)
		s := step{kind: transfer.StateChange, to: happy[turn]}
		if turn == 0 {
			from := w.pick()
			p = &payment{id: base + int64(i), from: from, to: from.recipients[w.rng.IntN(len(from.recipients))]}
		} else {
			s.from = happy[turn-1]
		}
		at := c.Now.Add(-time.Duration(c.Events-i) * time.Second)
		all[i] = Delivery{At: at, Body: p.body(s, at, at.Add(time.Second), w.app), DeliveryID: w.uuid()}
	}
	return all
}

// drive sends what is ready over so many connections.
func drive(ctx context.Context, c LoadConfig, ready []signed) (Report, error) {
	sender := Sender{Target: c.Target, Client: c.Client, Signer: c.Signer}
	took := make([]time.Duration, len(ready))
	accepted := make([]bool, len(ready))
	group, ctx := errgroup.WithContext(ctx)
	begun := time.Now() // a stopwatch, not a clock: nothing is dated by it
	for lane := range c.Connections {
		group.Go(func() error {
			for i := lane; i < len(ready) && ctx.Err() == nil; i += c.Connections {
				before := time.Now()
				answer, err := sender.post(ctx, ready[i].Delivery, ready[i].signature)
				took[i], accepted[i] = time.Since(before), err == nil && answer.Status/100 == 2
			}
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return Report{}, fmt.Errorf("sending the load: %w", err)
	}
	return report(took, accepted, time.Since(begun)), nil
}

// report adds up.
func report(took []time.Duration, accepted []bool, elapsed time.Duration) Report {
	r := Report{Events: len(took), Elapsed: elapsed}
	for _, ok := range accepted {
		if ok {
			r.Accepted++
		}
	}
	r.Refused = r.Events - r.Accepted
	r.PerSecond = float64(r.Accepted) / elapsed.Seconds()
	slices.Sort(took)
	at := func(percent int) time.Duration { return took[(len(took)-1)*percent/100] }
	r.P50, r.P90, r.P99, r.Max = at(50), at(90), at(99), at(100)
	return r
}
