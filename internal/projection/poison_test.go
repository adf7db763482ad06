package projection

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/evidence"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/store"
)

func TestAPoisonEventIsQuarantinedAfterThreeTries(t *testing.T) {
	at := start.Add(-time.Hour)
	good := stateChange(subject, "2.0.0", "a", "", "processing", at)
	bad := stateChange(subject, "2.0.0", "a", "processing", "poisoned", at.Add(time.Minute))
	later := stateChange(subject, "2.0.0", "a", "processing", "funds_converted", at.Add(time.Hour))
	failed := 0
	sick := func(when bool) {
		if when {
			failed++
			panic("this cannot be")
		}
	}
	for _, c := range []struct {
		name string
		sick func(r *rules)
	}{
		{"in the decoder", func(r *rules) {
			r.decode = func(body []byte, src evidence.Source) wise.Decoded {
				sick(strings.Contains(string(body), "poisoned"))
				return wise.Decode(body, src)
			}
		}},
		{"in the fold", func(r *rules) {
			r.foldTransfer = func(id int64, events []transfer.Event) (transfer.Facts, []transfer.Entry) {
				for _, e := range events {
					sick(e.To == "poisoned")
				}
				return transfer.Fold(id, events)
			}
		}},
		{"when it is compared", func(r *rules) {
			r.isCopy = func(held []transfer.Event, e transfer.Event) bool {
				sick(e.To == "poisoned")
				return transfer.IsCopy(held, e)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			failed = 0
			db := testkit.DB(t)
			deliver(t, db, letters(good, bad, later)...)
			r := usual()
			c.sick(&r)
			p := newProjector(db, clock, quiet(), r)
			if err := p.CatchUp(context.Background()); err != nil {
				t.Fatalf("the poison event blocked the others: %v", err)
			}
			if diff := cmp.Diff([]string{"applied", "quarantined poison", "applied"}, statuses(t, db)); diff != "" {
				t.Errorf("outcomes (-want +got):\n%s", diff)
			}
			if failed < tries {
				t.Errorf("tried %d times, want %d at least", failed, tries)
			}
			read(t, db, func(r *store.Reader) error {
				facts, err := r.Transfer(subject)
				if facts.State() != transfer.FundsConverted || len(facts.Visits) != 2 {
					t.Errorf("facts %+v, want those of the two others", facts)
				}
				return err
			})
			before := dump(t, db)
			if err := p.Rebuild(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, dump(t, db)); diff != "" {
				t.Errorf("a rebuild by the same program gave something else:\n%s", diff)
			}
			if err := New(db, clock, quiet()).Rebuild(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{"applied", "applied", "applied"}, statuses(t, db)); diff != "" {
				t.Errorf("a mended program does not read it (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAPassingFailureIsNoPoison(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, letters(stateChange(subject, "2.0.0", "a", "", "processing", start.Add(-time.Hour)))...)
	r := usual()
	left := 2 // failures, of three tries
	r.decode = func(body []byte, src evidence.Source) wise.Decoded {
		if left--; left >= 0 {
			panic("not now")
		}
		return wise.Decode(body, src)
	}
	if err := newProjector(db, clock, quiet(), r).CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"applied"}, statuses(t, db)); diff != "" {
		t.Errorf("outcomes (-want +got):\n%s", diff)
	}
}

func TestRowsAndCursorMoveTogether(t *testing.T) {
	for _, table := range []string{"rm_outcomes", "rm_arrivals", "rm_profiles", "rm_transfers", "rm_tallies"} {
		t.Run(table, func(t *testing.T) {
			db := testkit.DB(t)
			empty := dump(t, db)
			conn := side(t, db)
			if _, err := conn.Exec(`CREATE TRIGGER broken BEFORE INSERT ON ` + table + ` BEGIN SELECT RAISE(ABORT, 'broken'); END`); err != nil {
				t.Fatal(err)
			}
			all := someLives(999, 3)
			deliver(t, db, all...)
			p := New(db, clock, quiet())
			if _, err := p.write(context.Background(), store.Live, newMemory(), store.Progress{}, arrivals(t, p)); !store.Refused(err) {
				t.Fatalf("got %v: the fault did not happen", err)
			}
			if diff := cmp.Diff(empty, dump(t, db)); diff != "" {
				t.Errorf("half a batch was written:\n%s", diff)
			}
			if _, err := conn.Exec(`DROP TRIGGER broken`); err != nil {
				t.Fatal(err)
			}
			if err := p.CatchUp(context.Background()); err != nil {
				t.Fatal(err)
			}
			if got := len(statuses(t, db)); got != len(all) {
				t.Errorf("%d outcomes after the fault is gone, want %d", got, len(all))
			}
			before := dump(t, db)
			if diff := cmp.Diff(before, fresh(t, db)); diff != "" {
				t.Errorf("the retry left something else than a fold from nothing:\n%s", diff)
			}
		})
	}
}
