package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/internal/work"
	"transferdesk/store"
)

// saveWork keeps a state and the act that made it.
func saveWork(t *testing.T, db *store.DB, w store.Work, a store.WorkAct) {
	t.Helper()
	if err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error { return tx.SaveWork(w, a) }); err != nil {
		t.Fatal(err)
	}
}

func TestWorkIsReadAsItWasKept(t *testing.T) {
	db := testkit.DB(t)
	at := time.Date(2026, 11, 20, 10, 0, 0, 123456000, time.UTC)
	ada := store.Actor{Kind: "person", ID: 7, Name: "Ada"}
	first := store.WorkAct{Kind: work.Assigned, To: "7", At: at, By: ada}
	saveWork(t, db, store.Work{Transfer: 71, State: work.State{Assignee: 7, Version: 1}, ChangedAt: at}, first)
	second := store.WorkAct{Kind: work.Resolved, To: "other", Remark: "paid by hand", At: at.Add(time.Hour), By: ada}
	held := store.Work{Transfer: 71, State: work.State{Assignee: 7, FollowUp: "2026-11-24", Outcome: work.Other, Version: 2}, Remark: "paid by hand",
		ResolvedAt: second.At, ResolvedCode: "returned", ResolvedBy: "Ada", ChangedAt: second.At, ResolvedIn: store.StageHeld{Stage: "returned", Since: at}}
	saveWork(t, db, held, second)
	var works map[int64]store.Work
	var acts []store.WorkAct
	var untouched store.Work
	err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		if works, err = r.Works([]int64{70, 71, 72}); err != nil {
			return err
		}
		if untouched, err = r.Work(70); err != nil {
			return err
		}
		acts, err = r.WorkActs(71)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[int64]store.Work{71: held}, works); diff != "" {
		t.Errorf("the work (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(store.Work{Transfer: 70}, untouched); diff != "" {
		t.Errorf("one that nobody has touched (-want +got):\n%s", diff)
	}
	first.ID, first.Transfer, first.Version, second.ID, second.Transfer, second.Version = 1, 71, 1, 2, 71, 2
	if diff := cmp.Diff([]store.WorkAct{second, first}, acts); diff != "" {
		t.Errorf("the acts (-want +got):\n%s", diff)
	}
}

func TestAVersionIsMadeOnce(t *testing.T) {
	db := testkit.DB(t)
	act := store.WorkAct{Kind: work.Assigned, To: "7", By: store.Actor{Kind: "person", ID: 7, Name: "Ada"}}
	saveWork(t, db, store.Work{Transfer: 71, State: work.State{Assignee: 7, Version: 1}}, act)
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		return tx.SaveWork(store.Work{Transfer: 71, State: work.State{Assignee: 8, Version: 1}}, act)
	})
	if err == nil || !strings.Contains(err.Error(), "immutable") {
		t.Errorf("got %v, want a refusal by trigger", err)
	}
	_ = db.Read(t.Context(), func(r *store.Reader) error {
		if w, err := r.Work(71); err != nil || w.Assignee != 7 {
			t.Errorf("it is now with %d, %v", w.Assignee, err)
		}
		return nil
	})
}

func TestPeopleAreNamedWithoutTheirEMail(t *testing.T) {
	db := testkit.DB(t)
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		for _, name := range []string{"Ben", "Anna"} {
			if _, err := tx.AddPerson(store.Person{Email: strings.ToLower(name) + "@example.com", Name: name, Role: "agent", PasswordHash: "x", CreatedAt: time.Unix(1, 0)}); err != nil {
				return err
			}
		}
		return tx.DisablePerson(1, time.Unix(2, 0))
	})
	if err != nil {
		t.Fatal(err)
	}
	var names []store.PersonName
	if err := db.Read(t.Context(), func(r *store.Reader) (err error) { names, err = r.PersonNames(); return err }); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]store.PersonName{{ID: 2, Name: "Anna"}, {ID: 1, Name: "Ben", Left: true}}, names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

// Each statement is tried by another program without our settings, and shown to work
// once its trigger is gone.
func TestWhatPeopleDidIsImmutable(t *testing.T) {
	const row = "1, 'assigned', '', '7', '', 1, 'person', 7, 'Ada'"
	for trigger, statements := range map[string][]string{
		"work_acts_no_update": {"UPDATE work_acts SET transfer_id = 8"},
		"work_acts_no_delete": {"DELETE FROM work_acts"},
		"work_acts_no_replace": {"INSERT OR REPLACE INTO work_acts VALUES (1, 8, " + row + ")",
			"INSERT OR REPLACE INTO work_acts VALUES (2, 7, " + strings.Replace(row, "'7'", "'8'", 1) + ")"},
	} {
		for _, statement := range statements {
			path := testkit.DBPath(t)
			testkit.OpenDB(t, path, store.Options{})
			outsider(t, path, "INSERT INTO work_acts VALUES (1, 7, "+row+")")
			if err := tryOutside(t, path, statement); err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("%s: got %v, want a refusal by trigger", statement, err)
			}
			const sum = "SELECT ifnull(sum(transfer_id * to_value * id), 0) FROM work_acts"
			if number(t, path, sum) != 49 {
				t.Errorf("%s: the row changed", statement)
			}
			outsider(t, path, "DROP TRIGGER "+trigger)
			outsider(t, path, statement)
			if number(t, path, sum) == 49 {
				t.Errorf("%s: without its trigger it changes nothing, so this case proves nothing", statement)
			}
		}
	}
}
