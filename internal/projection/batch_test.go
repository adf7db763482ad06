package projection

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestABatchIsVoidWhenItsGroundHasMoved(t *testing.T) {
	for _, c := range []struct {
		name string
		move func(p *Projector) error
	}{
		{"since another process has folded", func(p *Projector) error { return p.CatchUp(context.Background()) }},
		{"since a rebuild was swapped in", func(p *Projector) error { return p.Rebuild(context.Background(), nil) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			db, ctx := testkit.DB(t), context.Background()
			deliver(t, db, someLives(1000, 5)...)
			p := New(db, clock, quiet())
			from, err := p.progress(ctx, store.Live)
			if err != nil {
				t.Fatal(err)
			}
			chunk, err := p.read(ctx, from.Cursor, 5)
			if err != nil {
				t.Fatal(err)
			}
			b, err := p.prepare(ctx, store.Live, newMemory(), from, chunk)
			if err != nil {
				t.Fatal(err)
			}
			if err := c.move(New(db, clock, quiet())); err != nil {
				t.Fatal(err)
			}
			before := dump(t, db)
			if err := db.Write(ctx, store.LaneProject, b.save); !errors.Is(err, store.ErrMoved) {
				t.Errorf("got %v, want the batch to be void", err)
			}
			if diff := cmp.Diff(before, dump(t, db)); diff != "" {
				t.Errorf("the void batch left something:\n%s", diff)
			}
		})
	}
}

func TestWhatAnotherProcessHasFoldedIsNotForgotten(t *testing.T) {
	db, ctx := testkit.DB(t), context.Background()
	at := start.Add(-time.Hour)
	one, other := New(db, clock, quiet()), New(db, clock, quiet())
	for i, p := range []*Projector{one, other, one} {
		to := []string{"processing", "funds_converted", "outgoing_payment_sent"}[i]
		deliver(t, db, letters(stateChange(subject, "2.0.0", "a", "", to, at.Add(time.Duration(i)*time.Minute)))...)
		if err := p.CatchUp(ctx); err != nil {
			t.Fatal(err)
		}
	}
	read(t, db, func(r *store.Reader) error {
		facts, err := r.Transfer(subject)
		if len(facts.Visits) != 3 {
			t.Errorf("got %d visits, want all three: %+v", len(facts.Visits), facts.Visits)
		}
		return err
	})
}
