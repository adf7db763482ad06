package projection

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// someLives gives n transfers that were sent, of which each third came back.
func someLives(from, n int64) []letter {
	var all []letter
	for id := from; id < from+n; id++ {
		at := start.Add(-time.Duration(id%500) * time.Hour)
		all = append(all,
			letter{body: stateChange(id, "2.0.0", "a", "", "processing", at), id: fmt.Sprint("d-", id)},
			letter{body: stateChange(id, "2.0.0", "a", "processing", "outgoing_payment_sent", at.Add(time.Minute))},
		)
		if id%3 == 0 {
			all = append(all, letters(stateChange(id, "2.0.0", "a", "outgoing_payment_sent", "bounced_back", at.Add(time.Hour)))...)
		}
	}
	return all
}

// fresh gives what the read models of a journal look like when they are folded once.
func fresh(t *testing.T, db *store.DB) string {
	t.Helper()
	if err := New(db, clock, quiet()).Rebuild(context.Background(), nil); err != nil {
		t.Fatalf("rebuilding: %v", err)
	}
	return dump(t, db)
}

func TestRebuildBesideAServer(t *testing.T) {
	for _, c := range []struct {
		name  string
		other bool
	}{{"in its own process", false}, {"from another handle on the same file", true}} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.DB(t)
			deliver(t, db, someLives(1000, 300)...)
			ctx, stop := context.WithCancel(context.Background())
			server := New(db, clock, quiet())
			var running sync.WaitGroup
			running.Go(func() { _ = server.Run(ctx) })
			running.Go(func() {
				for i := range int64(30) {
					deliver(t, db, someLives(5000+20*i, 20)...)
					server.Wake()
				}
			})
			rebuilder := server
			if c.other {
				rebuilder = New(testkit.OpenDB(t, db.Path(), store.Options{}), clock, quiet())
			}
			for range 3 {
				if err := rebuilder.Rebuild(ctx, nil); err != nil {
					t.Errorf("rebuilding: %v", err)
				}
			}
			settle := time.Now().Add(20 * time.Second)
			for waiting(t, db) > 0 && time.Now().Before(settle) {
				time.Sleep(10 * time.Millisecond)
			}
			stop()
			running.Wait()
			if err := server.CatchUp(context.Background()); err != nil {
				t.Fatal(err)
			}
			before := dump(t, db)
			if diff := cmp.Diff(fresh(t, db), before); diff != "" {
				t.Errorf("read models are not those of the journal (-journal +kept):\n%s", diff)
			}
			if n := strings.Count(before, "\n"); n < 3000 {
				t.Errorf("only %d lines in the read models: the test did not test", n)
			}
		})
	}
}

func waiting(t *testing.T, db *store.DB) int64 {
	n, _, err := New(db, clock, quiet()).Lag(context.Background())
	if err != nil {
		t.Error(err)
	}
	return n
}

func TestAnInterruptedRebuildLeavesTheOldReadModels(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, someLives(1000, 400)...)
	project(t, db)
	before := dump(t, db)
	ctx, stop := context.WithCancel(context.Background())
	p := New(db, clock, quiet())
	p.size.Store(64)
	err := p.Rebuild(ctx, func(done, total int64) {
		if done > total/2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want the rebuild to be interrupted", err)
	}
	if left := rowsOf(t, side(t, db), "SELECT count(*) FROM rmnext_outcomes"); left == "0" {
		t.Fatal("nothing was half-way: the test did not test")
	}
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Errorf("the old read models changed:\n%s", diff)
	}
	deliver(t, db, someLives(9000, 1)...)
	project(t, db)
	read(t, db, func(r *store.Reader) error {
		_, err := r.Transfer(9000)
		return err
	})
	after := dump(t, db)
	if diff := cmp.Diff(after, fresh(t, db)); diff != "" {
		t.Errorf("the next rebuild gave something else:\n%s", diff)
	}
	if left := rowsOf(t, side(t, db), "SELECT name FROM sqlite_schema WHERE tbl_name GLOB 'rmnext*' OR tbl_name GLOB 'rmgone*'"); left != "" {
		t.Errorf("left behind: %s", left)
	}
}

func TestOfTwoRebuildsTheLaterWins(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, someLives(1000, 200)...)
	project(t, db)
	before := dump(t, db)
	first, second := New(db, clock, quiet()), New(db, clock, quiet())
	first.size.Store(64)
	began := false
	err := first.Rebuild(context.Background(), func(_, _ int64) {
		if began {
			return
		}
		began = true
		if err := second.Rebuild(context.Background(), nil); err != nil {
			t.Errorf("the later rebuild: %v", err)
		}
	})
	if fault.KindOf(err) != fault.Conflict {
		t.Errorf("the earlier rebuild gave %v, want a conflict", err)
	}
	if diff := cmp.Diff(before, dump(t, db)); diff != "" {
		t.Errorf("read models differ:\n%s", diff)
	}
}

// given prints every table that is no read model: the journal, and what people,
// imports and Wise's API gave.
func given(t *testing.T, conn *sql.DB, except ...string) string {
	t.Helper()
	var all []string
	for _, table := range column(t, conn, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'rm*_*' AND name NOT GLOB 'sqlite_*' ORDER BY name`) {
		if !slices.Contains(except, table) {
			all = append(all, table+"\n"+rowsOf(t, conn, "SELECT * FROM "+table))
		}
	}
	return strings.Join(all, "\n")
}

func TestARebuildTouchesNothingElse(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, someLives(1000, 20)...)
	project(t, db)
	conn := side(t, db)
	if _, err := conn.Exec(`INSERT INTO notes VALUES (1, 1000, 1, 'person', 1, 'Ada'); INSERT INTO note_versions VALUES (1, 1, 1, 0, 'called back', 1, 'person', 1, 'Ada');
		INSERT INTO looks VALUES ('transfer', 1000, 1, 'Ada', 1, 2);
		INSERT INTO playbook_versions VALUES (1, 'failure', 'ACCOUNT_CLOSED', 1, 0, '{}', 'clearer', 1, 'person', 1, 'A lead');
		INSERT INTO people VALUES (1, 'ada@example.com', 'Ada', 'agent', 'x', 1, NULL, 0); INSERT INTO preferences VALUES (1, 'Europe/Berlin', 'dark', 'dense', 0, 1)`); err != nil {
		t.Fatal(err)
	}
	before := given(t, conn)
	schema := func() string {
		return strings.ReplaceAll(rowsOf(t, conn, `SELECT type, replace(name, 'rx_', 'rm_'), tbl_name FROM sqlite_schema`), `"`, "")
	}
	shape := schema()
	for range 2 {
		fresh(t, db)
		if diff := cmp.Diff(before, given(t, conn)); diff != "" {
			t.Errorf("a rebuild changed what is not a read model:\n%s", diff)
		}
		if diff := cmp.Diff(shape, schema()); diff != "" {
			t.Errorf("a rebuild changed the schema:\n%s", diff)
		}
	}
}

func TestANewerDecoderFoldsAgainWhileServing(t *testing.T) {
	db := testkit.DB(t)
	deliver(t, db, someLives(1000, 50)...)
	project(t, db)
	newer := usual()
	newer.version++
	p := newProjector(db, clock, quiet(), newer)
	ctx, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { _ = p.Run(ctx) })
	deadline := time.Now().Add(20 * time.Second)
	for decoder(t, db) != newer.version && time.Now().Before(deadline) {
		time.Sleep(5 * time.Millisecond)
	}
	stop()
	running.Wait()
	if got := decoder(t, db); got != newer.version {
		t.Errorf("decoder version %d, want %d", got, newer.version)
	}
	if err := New(db, clock, quiet()).CatchUp(context.Background()); !errors.Is(err, errNewer) {
		t.Errorf("an older program went on folding: %v", err)
	}
}

func decoder(t *testing.T, db *store.DB) (version int) {
	read(t, db, func(r *store.Reader) error {
		at, err := r.Progress(store.Live)
		version = at.Decoder
		return err
	})
	return version
}
