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

func TestABatchBehindOneThatIsNotWrittenYetIsTheSame(t *testing.T) {
	at := start.Add(-time.Hour)
	var things []letter
	for _, state := range []string{"a", "b"} {
		for _, kind := range kindsDrawn() {
			things = append(things, letter{body: activities[kind](scene{n: 1, profile: 500, user: 871, transfer: 71, version: "2.0.0", from: "a", state: state, word: state, at: at})})
		}
	}
	for name, all := range map[string][]letter{
		"movements of one second": letters(movement(500, "3.0.0", "BNK-1", "credit", "9.6", 3, at), balanceCredit(500, "9.6", at),
			movement(500, "2.2.0", "BNK-1", "credit", "9.6", 0, at), movement(500, "3.0.0", "BNK-1", "credit", "9.6", 4, at)),
		"one user":        letters(userChange(7, "2.0.0", "ACTIVE", "WITHDRAW_ONLY", at), userChange(7, "2.0.0", "WITHDRAW_ONLY", "ACTIVE", at.Add(time.Hour)), userChange(7, "4.0.0", "ACTIVE", "WITHDRAW_ONLY", at)),
		"a few transfers": someLives(1002, 2),
		"a transfer that goes from list to list": letters(stateChange(71, "2.0.0", "a", "", "outgoing_payment_sent", at), payoutFailure(71, "2.0.0", "WRONG_NAME", at.Add(time.Minute)),
			activeCases(71, "2.0.0", at.Add(2*time.Minute), "x"), stateChange(71, "2.0.0", "a", "outgoing_payment_sent", "bounced_back", at.Add(time.Hour))),
		"a test becomes real": {{body: credited(at), test: true}, {body: credited(at), test: true}, {body: credited(at)}, {body: credited(start)}},
		"things":              things,
	} {
		t.Run(name, func(t *testing.T) {
			for split := 1; split < len(all); split += 1 + len(all)/8 {
				behind(t, all, split, split%2 == 1)
			}
		})
	}
}

// behind works out two batches before the first is written, and writes both.
// forgotten says that the memory does not help.
func behind(t *testing.T, all []letter, split int, forgotten bool) {
	t.Helper()
	db, ctx := testkit.DB(t), context.Background()
	deliver(t, db, all...)
	p, mem := New(db, clock, quiet()), newMemory()
	chunk := arrivals(t, p)
	first, err := p.prepare(ctx, store.Live, mem, store.Progress{}, chunk[:split])
	if err != nil {
		t.Fatal(err)
	}
	if forgotten {
		mem = newMemory()
	}
	second, err := p.prepareBehind(ctx, first, store.Live, mem, first.to, chunk[split:])
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range []*batch{first, second} {
		if err := p.commit(ctx, b); err != nil {
			t.Fatal(err)
		}
	}
	before := dump(t, db)
	if after := fresh(t, db); after != before {
		t.Errorf("cut after %d of %d (forgotten: %v) it is not what a rebuild gives:\n%s", split, len(all), forgotten, differing(before, after))
	}
	_ = db.Close()
}
