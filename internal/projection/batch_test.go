package projection

import (
	"context"
	"errors"
	"testing"

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
