package store_test

import (
	"strings"
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// Each statement is shown to work once its trigger is gone.
func TestNotesAndTheirVersionsAreImmutable(t *testing.T) {
	for trigger, statement := range map[string]string{
		"notes_no_update":          "UPDATE notes SET transfer_id = 8",
		"notes_no_delete":          "DELETE FROM notes",
		"notes_no_replace":         "INSERT OR REPLACE INTO notes VALUES (1, 8, 1, 'person', 1, 'Ada')",
		"note_versions_no_update":  "UPDATE note_versions SET text = 'other'",
		"note_versions_no_delete":  "DELETE FROM note_versions",
		"note_versions_no_replace": "INSERT OR REPLACE INTO note_versions VALUES (2, 1, 1, 0, 'other', 1, 'person', 1, 'Ada')",
	} {
		path := testkit.DBPath(t)
		testkit.OpenDB(t, path, store.Options{})
		outsider(t, path, "INSERT INTO notes VALUES (1, 7, 1, 'person', 1, 'Ada')")
		outsider(t, path, "INSERT INTO note_versions VALUES (1, 1, 1, 0, 'text', 1, 'person', 1, 'Ada')")
		if err := tryOutside(t, path, statement); err == nil || !strings.Contains(err.Error(), "immutable") {
			t.Errorf("%s: got %v, want a refusal by trigger", statement, err)
		}
		if n := number(t, path, "SELECT count(*) FROM notes JOIN note_versions ON note_id = notes.id WHERE transfer_id = 7 AND text = 'text'"); n != 1 {
			t.Errorf("%s: the note changed", statement)
		}
		outsider(t, path, "DROP TRIGGER "+trigger)
		outsider(t, path, statement)
	}
}
