package desk

import (
	"crypto/sha256"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/projection"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// unreadables fills a journal with n events that cannot be understood.
func unreadables(t *testing.T, n int) (*store.DB, *projection.Projector) {
	t.Helper()
	db := testkit.DB(t)
	err := db.Write(t.Context(), store.LaneIngest, func(tx *store.Tx) error {
		for i := range n {
			body := fmt.Appendf(nil, "no JSON %d", i)
			if _, err := tx.Accept(store.Arrival{Body: body, SHA256: sha256.Sum256(body), ReceivedAt: time.Unix(1, 0)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p := projection.New(db, time.Now, slog.New(slog.DiscardHandler))
	if err := p.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	return db, p
}

// retried counts the events whose history says that they were applied again.
func retried(t *testing.T, db *store.DB, n int) (found int) {
	t.Helper()
	err := db.Read(t.Context(), func(r *store.Reader) error {
		for id := range int64(n) {
			all, err := r.EventRetries(id + 1)
			if err != nil {
				return err
			}
			found += len(all)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestAStoppedJobEndsWithItsTurn(t *testing.T) {
	const events = 2*projection.AgainTurn + 5
	db, p := unreadables(t, events)
	lead := auth.Actor{Kind: auth.Person, ID: 1, Name: "Lead", Role: auth.Lead}
	for _, c := range []struct {
		name string
		stop bool // in the middle of the first turn
		want int
	}{{"undisturbed", false, events}, {"stopped", true, projection.AgainTurn}} {
		before, asked := retried(t, db, events), 0
		var repairs *Repairs
		clock := func() time.Time {
			if asked++; c.stop && asked == 5 { // begun, recorded as started, and into the turn
				repairs.end()
			}
			return time.Unix(2, 0)
		}
		repairs = NewRepairs(db, p, clock, slog.New(slog.DiscardHandler))
		if err := repairs.StartAgain(t.Context(), lead, "", store.EventFilter{Status: []string{store.StatusQuarantined}}, ""); err != nil {
			t.Fatal(err)
		}
		repairs.running.Wait()
		got, _ := repairs.Again()
		if kept := retried(t, db, events) - before; got.Total != events || got.Done != c.want || got.Stopped != c.stop || kept != c.want {
			t.Errorf("%s: %+v, %d in the histories, want %d", c.name, got, kept, c.want)
		}
		if last := testkit.AuditEntries(t, db); last[len(last)-1].Result != "done" || last[len(last)-2].Result != "started" {
			t.Errorf("%s: recorded %+v", c.name, last)
		}
	}
}
