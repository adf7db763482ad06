package projection

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// arrivals reads all that has arrived.
func arrivals(t *testing.T, p *Projector) []arrival {
	t.Helper()
	all, err := p.read(context.Background(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// refuse makes the database refuse what a condition on NEW names, until it is mended.
func refuse(t *testing.T, db *store.DB, table, when string) (mend func()) {
	t.Helper()
	conn := side(t, db)
	run := func(statement string) {
		if _, err := conn.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	run(`CREATE TRIGGER fault BEFORE INSERT ON ` + table + ` WHEN ` + when + ` BEGIN SELECT RAISE(ABORT, 'refused by a fault'); END`)
	return func() { run(`DROP TRIGGER fault`) }
}

// quarantined lists the deliveries that the store refused.
func quarantined(t *testing.T, db *store.DB) []string {
	t.Helper()
	return column(t, side(t, db), `SELECT delivery_id FROM rm_outcomes WHERE why = 'store_refused'`)
}

// deliveriesOf lists the deliveries whose body holds a text.
func deliveriesOf(t *testing.T, db *store.DB, text string) []string {
	t.Helper()
	return column(t, side(t, db), fmt.Sprintf(`SELECT id FROM deliveries WHERE instr(CAST(body AS TEXT), '%s') > 0`, text))
}

func TestAnEventThatTheStoreRefusesIsQuarantinedAndTheOthersGoOn(t *testing.T) {
	for _, c := range []struct {
		name, table, when string
		of                string // what the refused deliveries hold
	}{
		{"its transfer's row", "rm_transfers", "NEW.transfer_id = 1002", `"id":1002`},
		{"the row of its profile", "rm_profiles", "NEW.profile_id = 501", `"profile_id":501`},
		{"its delivery id", "rm_arrivals", "NEW.wise_delivery_id = 'd-1003'", `"id":1003,"profile_id":501,"account_id":102},"current_state":"processing"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.DB(t)
			mend := refuse(t, db, c.table, c.when)
			all := someLives(1000, 20)
			deliver(t, db, all...)
			p := New(db, clock, quiet())
			if _, err := p.write(context.Background(), store.Live, newMemory(), store.Progress{}, arrivals(t, p)); !store.Refused(err) {
				t.Fatalf("got %v: as one batch it is not refused, so this proves nothing", err)
			}
			if err := p.CatchUp(context.Background()); err != nil {
				t.Fatalf("the refused event blocked the others: %v", err)
			}
			if got := len(statuses(t, db)); got != len(all) {
				t.Errorf("%d outcomes, want %d", got, len(all))
			}
			if diff := cmp.Diff(deliveriesOf(t, db, c.of), quarantined(t, db)); diff != "" {
				t.Errorf("quarantined (-want +got):\n%s", diff)
			}
			mend()
			if err := p.Rebuild(context.Background(), nil); err != nil {
				t.Fatal(err)
			}
			if got := quarantined(t, db); len(got) != 0 {
				t.Errorf("after the fault is gone and a rebuild %v are still quarantined", got)
			}
		})
	}
}

func TestTheStoreIsTriedThreeTimesAndAPassingRefusalIsNone(t *testing.T) {
	for left, want := range map[int]string{2: "applied", 3: "quarantined store_refused"} {
		db := testkit.DB(t)
		conn := side(t, db)
		for _, statement := range []string{
			`CREATE TABLE patience (n INTEGER)`,
			fmt.Sprintf(`INSERT INTO patience VALUES (%d)`, left),
		} {
			if _, err := conn.Exec(statement); err != nil {
				t.Fatal(err)
			}
		}
		deliver(t, db, letters(stateChange(subject, "2.0.0", "a", "", "processing", start.Add(-time.Hour)))...)
		mend := refuse(t, db, "rm_transfers", "(SELECT n FROM patience) > 0")
		tried := 0
		r := usual()
		fold := r.foldTransfer
		r.foldTransfer = counted(fold, func() {
			if tried++; tried > left {
				mend()
				mend = func() {}
			}
		})
		if err := newProjector(db, clock, quiet(), r).CatchUp(context.Background()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{want}, statuses(t, db)); diff != "" {
			t.Errorf("refused %d times (-want +got):\n%s", left, diff)
		}
	}
}

func TestWhatTheSurroundingsRefuseQuarantinesNothing(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, someLives(1000, 5)...)
	p := New(db, clock, quiet())
	away := db.Path() + ".away"
	if err := os.Rename(db.Path(), away); err != nil {
		t.Fatal(err)
	}
	for range 2 * tries {
		if err := p.CatchUp(context.Background()); !errors.Is(err, store.ErrFileGone) {
			t.Fatalf("got %v: the fault did not happen", err)
		}
	}
	if err := os.Rename(away, db.Path()); err != nil {
		t.Fatal(err)
	}
	if err := p.CatchUp(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, status := range statuses(t, db) {
		if strings.HasPrefix(status, "quarantined") {
			t.Errorf("got %q after the file was back", status)
		}
	}
}

func TestWithoutEvenAnOutcomeNothingMoves(t *testing.T) {
	db := testkit.DB(t)
	mend := refuse(t, db, "rm_outcomes", "NEW.delivery_id = 3")
	deliver(t, db, someLives(1000, 5)...)
	p := New(db, clock, quiet())
	if err := p.CatchUp(context.Background()); !store.Refused(err) {
		t.Fatalf("got %v, want the refusal", err)
	}
	mend()
	if err := p.CatchUp(context.Background()); err != nil || len(quarantined(t, db)) != 0 {
		t.Errorf("got %v and %v quarantined, want all applied", err, quarantined(t, db))
	}
}

// counted calls told before each fold.
func counted(fold foldTransfer, told func()) foldTransfer {
	return func(id int64, events []transfer.Event) (transfer.Facts, []transfer.Entry) {
		told()
		return fold(id, events)
	}
}

type foldTransfer = func(id int64, events []transfer.Event) (transfer.Facts, []transfer.Entry)
