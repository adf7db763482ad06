package projection

import (
	"context"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// ear hears what a projector says.
type ear struct {
	mu    sync.Mutex
	heard []Changes
}

func (e *ear) hear(c Changes) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.heard = append(e.heard, c)
}

func (e *ear) take() []Changes {
	e.mu.Lock()
	defer e.mu.Unlock()
	heard := e.heard
	e.heard = nil
	return heard
}

// listening is a projector that an ear listens to.
func listening(db *store.DB) (*Projector, *ear) {
	p, e := New(db, clock, quiet()), &ear{}
	p.OnChange(e.hear)
	return p, e
}

func catchUp(t *testing.T, p *Projector) {
	t.Helper()
	if err := p.CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func TestWhatABatchChangesIsNamed(t *testing.T) {
	db := testkit.DB(t)
	p, e := listening(db)
	deliver(t, db, letters(
		stateChange(7, "2.0.0", "a", "", "incoming_payment_waiting", start),
		userChange(31, "2.0.0", "ENABLED", "RESTRICTED", start),
	)...)
	catchUp(t, p)
	want := []Changes{{Deliveries: []int64{1, 2}, Transfers: []int64{7}, Profiles: []int64{profileOf(7)}, Users: []int64{31}}}
	got := e.take()
	for i := range got {
		got[i].Profiles = slices.Compact(slices.Sorted(slices.Values(got[i].Profiles)))
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	catchUp(t, p)
	if got := e.take(); len(got) > 0 {
		t.Errorf("nothing came, and yet %v changed", got)
	}
}

func TestAPayoutProblemIsSaidToBeOne(t *testing.T) {
	db := testkit.DB(t)
	p, e := listening(db)
	deliver(t, db, letters(stateChange(7, "2.0.0", "a", "outgoing_payment_sent", "bounced_back", start))...)
	catchUp(t, p)
	if got := e.take(); len(got) != 1 || !got[0].Bounced {
		t.Errorf("got %+v, want one with a payout problem", got)
	}
}

func TestABacklogIsNotNamed(t *testing.T) {
	db := testkit.DB(t)
	p, e := listening(db)
	deliver(t, db, someLives(1, 80)...)
	catchUp(t, p)
	for _, c := range e.take() {
		if c.All {
			return
		}
	}
	t.Error("a backlog was named one by one")
}

func TestARebuildSaysOnceThatAllIsOther(t *testing.T) {
	db := testkit.DB(t)
	p, e := listening(db)
	deliver(t, db, someLives(1, 30)...)
	catchUp(t, p)
	e.take()
	if err := p.Rebuild(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Changes{{All: true}}, e.take()); diff != "" {
		t.Error(diff)
	}
}
