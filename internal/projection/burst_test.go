package projection

import (
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"math/rand/v2"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/store"
)

var burst = flag.Int("burst", 5000, "how many events arrive at once")

// TestABurstIsAppliedWhilePagesAnswer lets events arrive as fast as they are
// accepted, as after an outage of ours, beside people who read.
func TestABurstIsAppliedWhilePagesAnswer(t *testing.T) {
	db := testkit.DB(t)
	sent := wisesim.Lives(3, start, *burst/3+1)
	sent = sent[:min(len(sent), *burst)]
	p := New(db, clock, quiet())
	ctx, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { _ = p.Run(ctx) })
	took := people(t, ctx, &running, db, sent)

	began := time.Now()
	arriveAtOnce(t, db, p, sent)
	accepted := time.Since(began)
	until(t, "everything is folded", func() bool { return waiting(t, db) == 0 })
	folded := time.Since(began)
	stop()
	running.Wait()

	if n := rowsOf(t, side(t, db), `SELECT count(*) FROM deliveries d LEFT JOIN rm_outcomes o ON o.delivery_id = d.id WHERE o.delivery_id IS NULL`); n != "0" {
		t.Errorf("%s events have no outcome", n)
	}
	before := dump(t, db)
	if after := fresh(t, db); after != before {
		t.Errorf("the read models are not those of the journal:\n%s", differing(before, after))
	}
	times := took()
	if len(times) == 0 {
		t.Fatal("nobody has read anything: the test does not test")
	}
	slices.Sort(times)
	t.Logf("%d events: accepted in %v, folded after %v; %d pages, p50 %v, p95 %v, slowest %v", len(sent), accepted, folded,
		len(times), times[len(times)/2], times[len(times)*95/100], times[len(times)-1])
}

// arriveAtOnce lets some senders deliver everything, each its next as soon as the
// last was accepted.
func arriveAtOnce(t *testing.T, db *store.DB, p *Projector, sent []wisesim.Delivery) {
	t.Helper()
	var next atomic.Int64
	var senders sync.WaitGroup
	for range 32 {
		senders.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(sent); i = int(next.Add(1)) - 1 {
				d := sent[i]
				_, err := db.Accept(context.Background(), store.Arrival{
					Body: d.Body, SHA256: sha256.Sum256(d.Body), ReceivedAt: d.At, DeliveryID: d.DeliveryID, Test: d.Test, KeyName: "test",
				})
				if err != nil {
					t.Errorf("accepting: %v", err)
				}
				p.Wake()
			}
		})
	}
	senders.Wait()
}

// people read pages until the context ends; the function given says how long each
// page's queries took.
func people(t *testing.T, ctx context.Context, running *sync.WaitGroup, db *store.DB, sent []wisesim.Delivery) func() []time.Duration {
	const readers = 2
	var all [readers][]time.Duration
	for i := range readers {
		r := rand.New(rand.NewPCG(uint64(i), 2))
		running.Go(func() {
			for ctx.Err() == nil {
				said := wise.Decode(sent[r.IntN(len(sent))].Body, evidence.Source{ReceivedAt: start})
				began := time.Now()
				err := db.Read(context.Background(), func(reader *store.Reader) error { return aPage(reader, r.IntN(4), said.TransferID, said.ProfileID) })
				if err != nil && fault.KindOf(err) != fault.NotFound {
					t.Errorf("reading a page: %v", err)
				}
				all[i] = append(all[i], time.Since(began))
			}
		})
	}
	return func() []time.Duration { return slices.Concat(all[:]...) }
}

// aPage asks what one of the pages asks.
func aPage(r *store.Reader, which int, transfer, profile int64) error {
	switch which {
	case 0:
		_, err := r.Transfer(transfer)
		_, failed := r.TransferEvents(transfer)
		return errors.Join(err, failed)
	case 1:
		_, err := r.ProblemsOfProfile(profile)
		_, listed := r.TransfersOfProfile(profile, "", 50)
		_, moved := r.Money(profile, "", 25)
		_, beside := r.ActivitiesOfProfile(profile, []activity.Kind{activity.Card, activity.Dispute, activity.Verification}, 5)
		return errors.Join(err, listed, moved, beside)
	case 2:
		_, err := r.Queue(store.QueueReturned, store.Scope{}, "", 50)
		_, counted := r.QueueCounts()
		return errors.Join(err, counted)
	default:
		_, err := r.Events(store.EventFilter{})
		_, bounced := r.Bounced(store.BouncedFilter{})
		return errors.Join(err, bounced)
	}
}
