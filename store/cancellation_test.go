package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

var askedAt = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

func startCancellation(t *testing.T, db *store.DB, transfer int64) (id int64, err error) {
	t.Helper()
	err = db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) (err error) {
		id, err = tx.StartCancellation(store.Cancellation{Transfer: transfer, User: 7, By: store.Actor{Kind: "person", ID: 3, Name: "Lena"}, AskedAt: askedAt})
		return err
	})
	return id, err
}

func endCancellation(t *testing.T, db *store.DB, id int64, end store.CancellationEnd) {
	t.Helper()
	if err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error { return tx.EndCancellation(id, end) }); err != nil {
		t.Fatal(err)
	}
}

func cancellations(t *testing.T, db *store.DB, transfer int64) (all []store.Cancellation) {
	t.Helper()
	err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		all, err = r.Cancellations(transfer)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestACancellationIsKeptAndEndsOnce(t *testing.T) {
	db := testkit.DB(t)
	id, err := startCancellation(t, db, 71)
	if err != nil {
		t.Fatal(err)
	}
	unknown := store.CancellationEnd{Result: store.AskUnknown, At: askedAt.Add(time.Second), Kind: "slow", Text: "no answer"}
	done := store.CancellationEnd{Result: store.AskDone, At: askedAt.Add(time.Minute), Text: "done", TraceID: "t-1", Settled: store.ByAskedAgain, Status: "cancelled"}
	endCancellation(t, db, id, unknown)
	endCancellation(t, db, id, done)
	endCancellation(t, db, id, store.CancellationEnd{Result: store.AskNotDone, At: askedAt.Add(time.Hour)})
	want := []store.Cancellation{{ID: id, Transfer: 71, User: 7, By: store.Actor{Kind: "person", ID: 3, Name: "Lena"}, AskedAt: askedAt, End: done}}
	if d := cmp.Diff(want, cancellations(t, db, 71)); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestOfATransferOneCancellationIsUnderWay(t *testing.T) {
	db := testkit.DB(t)
	for _, result := range []store.AskResult{"", store.AskUnknown, store.AskRefused} {
		id, err := startCancellation(t, db, 71)
		if err != nil {
			t.Fatalf("after %q: %v", result, err)
		}
		if _, err := startCancellation(t, db, 72+id); err != nil {
			t.Errorf("of another transfer: %v", err)
		}
		if result != "" {
			endCancellation(t, db, id, store.CancellationEnd{Result: result, At: askedAt})
		}
		if result == store.AskRefused {
			continue
		}
		if _, err := startCancellation(t, db, 71); fault.KindOf(err) != fault.Conflict {
			t.Errorf("a second one while the first is %q: %v", result, err)
		}
		endCancellation(t, db, id, store.CancellationEnd{Result: store.AskNotDone, At: askedAt})
	}
}

func TestACancellationMovesOnlyForward(t *testing.T) {
	for _, c := range []struct{ name, prepare, statement, trigger string }{
		{"another transfer", "", "UPDATE cancellations SET transfer_id = 72", "cancellations_only_forward"},
		{"another person", "", "UPDATE cancellations SET actor_name = 'Eve'", "cancellations_only_forward"},
		{"another time", "", "UPDATE cancellations SET asked_at = 1", "cancellations_only_forward"},
		{"back to started", "UPDATE cancellations SET result = 'unknown'", "UPDATE cancellations SET result = 'started'", "cancellations_only_forward"},
		{"from done to unknown", "UPDATE cancellations SET result = 'done'", "UPDATE cancellations SET result = 'unknown'", "cancellations_only_forward"},
		{"other words of what is done", "UPDATE cancellations SET result = 'done'", "UPDATE cancellations SET said = 'x'", "cancellations_only_forward"},
		{"deleting", "", "DELETE FROM cancellations", "cancellations_no_delete"},
		{"replacing", "UPDATE cancellations SET result = 'done'", "INSERT OR REPLACE INTO cancellations SELECT 1, 72, wise_user, actor_kind, actor_id, actor_name, asked_at, 'done', ended_at, kind, code, said, trace_id, settled, status FROM cancellations WHERE id = 1", "cancellations_no_replace"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := testkit.DBPath(t)
			db := testkit.OpenDB(t, path, store.Options{})
			if _, err := startCancellation(t, db, 71); err != nil {
				t.Fatal(err)
			}
			if c.prepare != "" {
				outsider(t, path, c.prepare)
			}
			if err := tryOutside(t, path, c.statement); err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("got %v, want a refusal by trigger", err)
			}
			outsider(t, path, "DROP TRIGGER "+c.trigger)
			outsider(t, path, c.statement)
		})
	}
}

func TestAStopIsLaidToACancellationThatCameBefore(t *testing.T) {
	c := store.Cancellation{AskedAt: askedAt}
	at := func(state transfer.State, d time.Duration, seen bool) transfer.Facts {
		return transfer.Facts{Visits: []transfer.Visit{{State: state, At: askedAt.Add(d), Seen: seen}}}
	}
	for _, tt := range []struct {
		name  string
		facts transfer.Facts
		want  bool
	}{
		{"nothing", transfer.Facts{}, false},
		{"cancelled after it", at(transfer.Cancelled, time.Second, false), true},
		{"refunded after it", at(transfer.FundsRefunded, time.Hour, false), true},
		{"cancelled, by Wise's clock a little before it", at(transfer.Cancelled, -30*time.Second, false), true},
		{"cancelled long before it", at(transfer.Cancelled, -time.Hour, false), false},
		{"paid out after it", at(transfer.OutgoingPaymentSent, time.Second, false), false},
		{"cancelled, as asking showed", at(transfer.Cancelled, time.Second, true), false},
	} {
		if got := c.StoppedBy(tt.facts); got != tt.want {
			t.Errorf("%s: got %t", tt.name, got)
		}
	}
}
