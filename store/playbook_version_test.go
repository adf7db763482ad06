package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"transferdesk/internal/reason"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// version is one row; the n-th is n minutes after noon.
func version(kind reason.Kind, code string, n int64) store.PlaybookVersion {
	return store.PlaybookVersion{Kind: kind, Code: code, Version: n, Card: "{}", Note: "why", At: time.Date(2026, 11, 20, 12, int(n), 0, 0, time.UTC),
		By: store.Actor{Kind: "person", ID: 3, Name: "Lena"}}
}

func addVersions(t *testing.T, db *store.DB, all ...store.PlaybookVersion) {
	t.Helper()
	for _, v := range all {
		if err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error { return tx.AddPlaybookVersion(v) }); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheNewestVersionOfEachCodeCounts(t *testing.T) {
	db := testkit.DB(t)
	addVersions(t, db, version(reason.OfFailure, "A", 1), version(reason.OfFailure, "a", 1), version(reason.OfFailure, "A", 2), version(reason.OfCase, "Some_Case", 1))
	var now, history []store.PlaybookVersion
	err := db.Read(t.Context(), func(r *store.Reader) (err error) {
		if now, err = r.Playbook(); err != nil {
			return err
		}
		history, err = r.PlaybookVersions(reason.OfFailure, "A")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	noID := cmpopts.IgnoreFields(store.PlaybookVersion{}, "ID")
	want := []store.PlaybookVersion{version(reason.OfCase, "some_case", 1), version(reason.OfFailure, "A", 2), version(reason.OfFailure, "a", 1)}
	if diff := cmp.Diff(want, now, noID); diff != "" {
		t.Errorf("the playbook (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]store.PlaybookVersion{version(reason.OfFailure, "A", 2), version(reason.OfFailure, "A", 1)}, history, noID); diff != "" {
		t.Errorf("the versions of one code (-want +got):\n%s", diff)
	}
}

func TestAVersionNumberIsGivenOnce(t *testing.T) {
	db := testkit.DB(t)
	addVersions(t, db, version(reason.OfFailure, "A", 1))
	if err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error { return tx.AddPlaybookVersion(version(reason.OfFailure, "A", 1)) }); err == nil {
		t.Error("two versions bear one number")
	}
}

func TestThePlaybookIsImmutable(t *testing.T) {
	for _, c := range []struct{ name, statement, trigger string }{
		{"updating a version", "UPDATE playbook_versions SET card = 'x' WHERE id = 1", "playbook_versions_no_update"},
		{"deleting a version", "DELETE FROM playbook_versions WHERE id = 1", "playbook_versions_no_delete"},
		{"replacing a version by its id", "INSERT OR REPLACE INTO playbook_versions VALUES (1, 'failure', 'B', 9, 1, '', '', 1, 'cli', 0, '')", "playbook_versions_no_replace"},
		{"replacing a version by its number", "INSERT OR REPLACE INTO playbook_versions VALUES (NULL, 'failure', 'A', 1, 1, '', '', 1, 'cli', 0, '')", "playbook_versions_no_replace"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := testkit.DBPath(t)
			db := testkit.OpenDB(t, path, store.Options{})
			addVersions(t, db, version(reason.OfFailure, "A", 1))
			if err := tryOutside(t, path, c.statement); err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("got %v, want a refusal by trigger", err)
			}
			outsider(t, path, "DROP TRIGGER "+c.trigger)
			outsider(t, path, c.statement)
		})
	}
}

func TestAVersionThatCannotBeReadIsSaidToBe(t *testing.T) {
	if e := version(reason.OfFailure, "A", 1).Edit(); !e.Unreadable || e.Version != 1 || e.By != "Lena" {
		t.Errorf("got %+v", e)
	}
	v := version(reason.OfFailure, "A", 2)
	v.Builtin, v.Card = true, ""
	if e := v.Edit(); e.Unreadable || !e.Builtin {
		t.Errorf("got %+v", e)
	}
}
