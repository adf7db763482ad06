package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// listed publishes entries as one import.
func listed(t *testing.T, db *store.DB, entries ...customer.DirectoryEntry) {
	t.Helper()
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		at := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
		i, err := tx.StartDirectoryImport(at, store.Actor{Kind: "cli", Name: "root"})
		if err != nil {
			return err
		}
		for _, e := range entries {
			if _, err := tx.AddDirectoryEntry(i, e); err != nil {
				return err
			}
		}
		return tx.PublishDirectoryImport(i, at)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhoWasGivenIsImmutable(t *testing.T) {
	for _, c := range []struct{ name, statement, trigger string }{
		{"updating an entry", "UPDATE directory_entries SET name = 'x' WHERE id = 1", "directory_entries_no_update"},
		{"deleting an entry", "DELETE FROM directory_entries WHERE id = 1", "directory_entries_no_delete"},
		{"replacing an entry", "INSERT OR REPLACE INTO directory_entries VALUES (1, 1, 'R', 0, 0, 'x', '')", "directory_entries_no_replace"},
		{"adding to a published import", "INSERT INTO directory_entries VALUES (9, 1, 'R', 0, 0, 'x', '')", "directory_entries_no_replace"},
		{"taking an import back", "UPDATE directory_imports SET state = 'dropped' WHERE id = 1", "directory_imports_no_update"},
		{"deleting an import", "DELETE FROM directory_imports WHERE id = 1", "directory_imports_no_delete"},
		{"replacing an import", "INSERT OR REPLACE INTO directory_imports VALUES (1, 'open', 1, 0, 'cli', 0, 'x')", "directory_imports_no_replace"},
		{"updating a link", "UPDATE customer_links SET user_id = 9 WHERE id = 1", "customer_links_no_update"},
		{"deleting a link", "DELETE FROM customer_links WHERE id = 1", "customer_links_no_delete"},
		{"replacing a link", "INSERT OR REPLACE INTO customer_links VALUES (1, 5, 9, 0, 1, 'cli', 0, '', '')", "customer_links_no_replace"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := testkit.DBPath(t)
			db := testkit.OpenDB(t, path, store.Options{})
			listed(t, db, customer.DirectoryEntry{Reference: "C-1", Name: "Ann", Profile: 5, User: 7})
			err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
				return tx.AddCustomerLink(store.CustomerLink{Profile: 5, User: 7, At: time.Now(), By: store.Actor{Kind: "person", ID: 1, Name: "Lena"}})
			})
			if err != nil {
				t.Fatal(err)
			}
			if err := tryOutside(t, path, c.statement); err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("got %v, want a refusal by trigger", err)
			}
			outsider(t, path, "DROP TRIGGER "+c.trigger)
			outsider(t, path, c.statement)
		})
	}
}

// found searches by name and gives the references.
func found(t *testing.T, db *store.DB, text string) string {
	t.Helper()
	var all []string
	err := db.Read(t.Context(), func(r *store.Reader) error {
		entries, err := r.FindByName(text)
		for _, e := range entries {
			all = append(all, e.Reference)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, " ")
}

func TestANameIsFoundByTheBeginningsOfItsWords(t *testing.T) {
	db := testkit.DB(t)
	for i, name := range []string{"José Łoś", "Maria Elena Smith", "Erika Mustermann", "Smith & Sons GmbH", "Ärzte Köln", "100% Company", ""} {
		listed(t, db, customer.DirectoryEntry{Reference: fmt.Sprintf("C%d", i), Name: name, Profile: int64(10 + i)})
	}
	for text, want := range map[string]string{
		"jose": "C0", "LOS": "C0", "los jo": "C0", "josé łoś": "C0", "lo": "C0",
		"smith": "C3 C1", "maria smith": "C1", "smith maria": "C1", "elena": "C1", "sm el ma": "C1", "mar smi": "C1",
		"arzte": "C4", "koln": "C4", "100": "C5", "smith sons": "C3", "smith, sons": "C3",
		"ith": "", "erika smith": "", "%": "", "_": "", "": "", "zz": "", "\U0010ffff": "",
	} {
		if got := found(t, db, text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestASearchForACommonNameStaysBounded(t *testing.T) {
	db := testkit.DB(t)
	var entries []customer.DirectoryEntry
	for i := range 120 {
		entries = append(entries, customer.DirectoryEntry{Reference: fmt.Sprint("C", i), Name: fmt.Sprintf("Maria Family%d", i), Profile: int64(10 + i)})
	}
	listed(t, db, entries...)
	if got := len(strings.Fields(found(t, db, "maria"))); got != store.MaxFound {
		t.Errorf("got %d, want %d", got, store.MaxFound)
	}
	if got := found(t, db, "family119 maria"); got != "C119" {
		t.Errorf("both words: got %q", got)
	}
}

func TestAnImportCountsOnceItIsPublishedAndNotWhenAnotherHasBegun(t *testing.T) {
	db := testkit.DB(t)
	at, by := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC), store.Actor{Kind: "cli", Name: "root"}
	var first, second store.DirectoryImport
	begin := func(into *store.DirectoryImport, name string) {
		err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) (err error) {
			if *into, err = tx.StartDirectoryImport(at, by); err != nil {
				return err
			}
			_, err = tx.AddDirectoryEntry(*into, customer.DirectoryEntry{Reference: name, Name: name, Email: name + "@x", Profile: 5})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	publish := func(i store.DirectoryImport) error {
		return db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error { return tx.PublishDirectoryImport(i, at) })
	}
	begin(&first, "ann")
	begin(&second, "bob")
	if err := publish(first); fault.KindOf(err) != fault.Conflict {
		t.Errorf("publishing the first: got %v, want a conflict", err)
	}
	if got := found(t, db, "ann") + found(t, db, "bob"); got != "" {
		t.Errorf("before it is published %q is found", got)
	}
	if err := publish(second); err != nil {
		t.Fatal(err)
	}
	if got := found(t, db, "ann") + found(t, db, "bob"); got != "bob" {
		t.Errorf("published: %q is found, want bob", got)
	}
}
