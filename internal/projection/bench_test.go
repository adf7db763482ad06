package projection

import (
	"context"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"transferdesk/internal/evidence"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/store"
)

// journalOf fills a journal with simulated lives and says how many events it has.
func journalOf(b *testing.B, transfers int) (*store.DB, int) {
	b.Helper()
	db := testkit.DB(b)
	var all []letter
	for _, d := range wisesim.Lives(1, start, transfers) {
		all = append(all, letter{body: string(d.Body), id: d.DeliveryID, test: d.Test})
	}
	for rest := all; len(rest) > 0; {
		n := min(5000, len(rest))
		deliver(b, db, rest[:n]...)
		rest = rest[n:]
	}
	return db, len(all)
}

// BenchmarkDrain folds a backlog, as after an outage.
func BenchmarkDrain(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		db, n := journalOf(b, 5000)
		p := New(db, clock, quiet())
		b.StartTimer()
		began, used := time.Now(), cpu(b)
		if err := p.CatchUp(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(n)/time.Since(began).Seconds(), "events/s")
		b.ReportMetric(float64((cpu(b)-used).Microseconds())/float64(n), "cpu-us/event")
	}
}

// BenchmarkRebuild folds a whole journal again.
func BenchmarkRebuild(b *testing.B) {
	db, n := journalOf(b, 5000)
	p := New(db, clock, quiet())
	if err := p.CatchUp(context.Background()); err != nil {
		b.Fatal(err)
	}
	used := cpu(b)
	for b.Loop() {
		if err := p.Rebuild(context.Background(), nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "events/s")
	b.ReportMetric(float64((cpu(b)-used).Microseconds())/float64(n*b.N), "cpu-us/event")
}

// cpu is the processor time that this process has used: on a busy machine it says
// more than the clock on the wall.
func cpu(b *testing.B) time.Duration {
	b.Helper()
	var used unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkDecode is the part of it that is the decoder's.
func BenchmarkDecode(b *testing.B) {
	lives := wisesim.Lives(1, start, 200)
	r := usual()
	for b.Loop() {
		for _, d := range lives {
			r.decode(d.Body, evidence.Source{Delivery: 1, ReceivedAt: d.At})
		}
	}
	b.ReportMetric(float64(len(lives)*b.N)/b.Elapsed().Seconds(), "events/s")
}
