package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

var foundAt = time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)

// keep writes in one transaction.
func keep(t *testing.T, db *store.DB, do func(*store.Tx) error) {
	t.Helper()
	if err := db.Write(t.Context(), store.LaneProject, do); err != nil {
		t.Fatal(err)
	}
}

func findings(t *testing.T, db *store.DB, f store.FindingFilter) (page store.Page[store.ReconcileFinding]) {
	t.Helper()
	err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		page, err = r.ReconcileFindings(f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestAFindingIsKeptOnceAndExplainedOnce(t *testing.T) {
	path := testkit.DBPath(t)
	db := testkit.OpenDB(t, path, store.Options{})
	want := store.ReconcileFinding{ID: 1, Round: 3, Transfer: 7, Profile: 501, Kind: store.StateDiffers, Ours: "processing", OursAt: foundAt.Add(-time.Hour),
		Theirs: "funds_converted", FoundAt: foundAt, Delivery: 12}
	for range 2 {
		keep(t, db, func(tx *store.Tx) error { return tx.AddReconcileFinding(want) })
	}
	keep(t, db, func(tx *store.Tx) error {
		return tx.AddReconcileFinding(store.ReconcileFinding{Transfer: 8, Kind: store.NeverHeard, Theirs: "processing", FoundAt: foundAt, Delivery: 13})
	})
	for _, at := range []time.Time{foundAt.Add(time.Minute), foundAt.Add(time.Hour)} {
		keep(t, db, func(tx *store.Tx) error { return tx.ExplainReconcileFinding(1, at) })
	}
	want.ExplainedAt = foundAt.Add(time.Minute)
	got := findings(t, db, store.FindingFilter{Explained: true})
	if diff := cmp.Diff([]store.ReconcileFinding{want}, got.Rows); diff != "" {
		t.Errorf("explained (-want +got):\n%s", diff)
	}
	for _, statement := range []string{
		"UPDATE reconcile_findings SET explained_at = 9 WHERE id = 1", "UPDATE reconcile_findings SET theirs = 'x' WHERE transfer_id = 8",
		"UPDATE reconcile_findings SET found_at = 1, explained_at = 9 WHERE transfer_id = 8", "DELETE FROM reconcile_findings",
		"INSERT OR REPLACE INTO reconcile_findings SELECT id, 9, transfer_id, profile_id, kind, ours, ours_at, theirs, found_at, delivery_id, 0 FROM reconcile_findings",
	} {
		if err := tryOutside(t, path, statement); err == nil || !strings.Contains(err.Error(), "immutable") {
			t.Errorf("%s: got %v", statement, err)
		}
	}
	outsider(t, path, "UPDATE reconcile_findings SET explained_at = 9 WHERE transfer_id = 8")
}

func TestFindingsPageByKeyAndFilter(t *testing.T) {
	db := testkit.DB(t)
	for id := range int64(9) {
		kind := store.StateDiffers
		if id%3 == 0 {
			kind = store.NeverHeard
		}
		keep(t, db, func(tx *store.Tx) error {
			return tx.AddReconcileFinding(store.ReconcileFinding{Round: 1, Transfer: 100 + id, Kind: kind, Theirs: "processing", FoundAt: foundAt, Delivery: id + 1})
		})
	}
	keep(t, db, func(tx *store.Tx) error { return tx.ExplainReconcileFinding(9, foundAt) })
	var seen []int64
	filter := store.FindingFilter{Open: true, Kinds: []store.FindingKind{store.StateDiffers}, Limit: 2}
	for {
		page := findings(t, db, filter)
		for _, f := range page.Rows {
			seen = append(seen, f.Transfer)
		}
		if filter.Cursor = page.Next; page.Next == "" {
			break
		}
	}
	if diff := cmp.Diff([]int64{107, 105, 104, 102, 101}, seen); diff != "" {
		t.Errorf("open ones with another state (-want +got):\n%s", diff)
	}
}

func TestAFindingThatAPersonAskedForCountsAfterItsGraceOnly(t *testing.T) {
	db := testkit.DB(t)
	for i, round := range []int64{1, 1, 0} { // two of transfer 7 by a round, one of transfer 8 by a person
		found := store.ReconcileFinding{Round: round, Transfer: 8 - round, Kind: store.NeverHeard, Theirs: "processing", FoundAt: foundAt, Delivery: int64(i + 1)}
		keep(t, db, func(tx *store.Tx) error { return tx.AddReconcileFinding(found) })
	}
	for _, c := range []struct {
		since, asked time.Time
		want         int64
	}{
		{foundAt, foundAt.Add(-time.Second), 1}, {foundAt, foundAt, 2}, {foundAt.Add(time.Second), foundAt.Add(time.Hour), 0},
	} {
		_ = db.Read(t.Context(), func(r *store.Reader) error {
			if n, err := r.TransfersFoundSince(c.since, c.asked); err != nil || n != c.want {
				t.Errorf("since %v, those asked for until %v: %d transfers, want %d; %v", c.since, c.asked, n, c.want, err)
			}
			return nil
		})
	}
}

func TestOnlyOneRoundRunsAndGoesOnWithTheOldTransfers(t *testing.T) {
	db := testkit.DB(t)
	var first store.ReconcileRound
	keep(t, db, func(tx *store.Tx) (err error) {
		first, err = tx.AddReconcileRound(foundAt, "Lea")
		return err
	})
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		_, err := tx.AddReconcileRound(foundAt, "")
		return err
	})
	if fault.KindOf(err) != fault.Conflict {
		t.Errorf("a second one: %v", err)
	}
	first.EndedAt, first.End, first.OldAfter, first.Asked = foundAt.Add(time.Minute), store.RoundDone, 77, 5
	keep(t, db, func(tx *store.Tx) error { return tx.SaveReconcileRound(first) })
	late := first
	late.Asked = 999
	keep(t, db, func(tx *store.Tx) error { return tx.SaveReconcileRound(late) }) // it has ended
	var next store.ReconcileRound
	keep(t, db, func(tx *store.Tx) (err error) {
		next, err = tx.AddReconcileRound(foundAt.Add(time.Hour), "")
		return err
	})
	_ = db.Read(t.Context(), func(r *store.Reader) error {
		rounds, err := r.ReconcileRounds("", 10)
		if err != nil || len(rounds.Rows) != 2 {
			t.Fatalf("%d rounds, %v", len(rounds.Rows), err)
		}
		if diff := cmp.Diff(first, rounds.Rows[1]); diff != "" {
			t.Errorf("the first round (-want +got):\n%s", diff)
		}
		return nil
	})
	if next.OldAfter != 77 {
		t.Errorf("the next round goes on after %d, want 77", next.OldAfter)
	}
}

func TestEveryProfileThatAnythingHasNamedIsToBeAsked(t *testing.T) {
	path := testkit.DBPath(t)
	db := testkit.OpenDB(t, path, store.Options{})
	for _, statement := range []string{
		"INSERT INTO rm_profiles VALUES (1, 1)", "INSERT INTO rm_links VALUES (2, 9, 1, 1)",
		"INSERT INTO customer_links VALUES (NULL, 3, 9, 0, 1, 'cli', 0, '', '')",
		"INSERT INTO directory_imports VALUES (1, 'open', 1, 0, 'cli', 0, ''), (2, 'open', 1, 0, 'cli', 0, '')",
		"INSERT INTO directory_entries VALUES (1, 1, 'r', 4, 0, '', ''), (2, 1, 'r', 0, 9, '', ''), (3, 2, 'r', 5, 0, '', '')",
		"UPDATE directory_imports SET state = 'published' WHERE id = 1",
		"INSERT INTO wise_answers VALUES ('profile', 6, 1, '{}', 0, 1, '', 0, '', '', 0), ('profile', 7, 0, '', 0, 1, 'down', 0, '', '', 0), ('transfer', 8, 1, '{}', 0, 1, '', 0, '', '', 0)",
	} {
		outsider(t, path, statement)
	}
	keep(t, db, func(tx *store.Tx) error {
		for _, p := range []store.ReconcileProfile{{Profile: 1, Round: 1, TriedAt: foundAt}, {Profile: 2, Round: 2, TriedAt: foundAt}, {Profile: 3, Round: 1, TriedAt: foundAt.Add(-time.Hour)}} {
			if err := tx.SaveReconcileProfile(p); err != nil {
				return err
			}
		}
		return nil
	})
	_ = db.Read(t.Context(), func(r *store.Reader) error {
		all, err := r.ProfilesToReconcile(2, []int64{10, 4})
		var ids []int64
		for _, p := range all {
			ids = append(ids, p.Profile)
		}
		if diff := cmp.Diff([]int64{1, 4, 6, 10, 3}, ids); diff != "" || err != nil {
			t.Errorf("named by events first, then least recently asked, without those that the round is through with (-want +got), %v:\n%s", err, diff)
		}
		return nil
	})
}
