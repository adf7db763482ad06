package store_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// audited is a line of the audit log as it is kept.
func audited(subject string) store.AuditEntry {
	return store.AuditEntry{At: time.Date(2026, 11, 18, 14, 3, 5, 123456000, time.UTC), ActorKind: "person", ActorID: 7, ActorName: "Ada",
		Role: "lead", Act: "transfer.view", SubjectKind: "transfer", SubjectID: subject, Result: "done", RequestID: "req-1",
		Session: "0123456789abcdef", Detail: "GET"}
}

func audit(t *testing.T, db *store.DB, entries ...store.AuditEntry) {
	t.Helper()
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		for _, entry := range entries {
			if err := tx.AddAuditEntry(entry); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("adding to the audit log: %v", err)
	}
}

func TestAuditEntriesComeBackAsTheyWere(t *testing.T) {
	db := testkit.DB(t)
	want := []store.AuditEntry{audited("9223372036854775807"), audited("'; DROP TABLE audit_entries; --"), {At: audited("").At, ActorKind: "visitor", Act: "session.start", Result: "failed"}}
	audit(t, db, want...)
	for i := range want {
		want[i].ID = int64(i + 1)
	}
	if diff := cmp.Diff(want, testkit.AuditEntries(t, db)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// As for the journal: each statement is shown to work once its trigger is gone.
func TestTheAuditLogIsImmutable(t *testing.T) {
	const row = " INTO audit_entries VALUES (1, 1, 'cli', 0, '', '', 'x', '', '', 'done', '', '', '')"
	cases := []struct{ name, statement, trigger string }{
		{"updating", "UPDATE audit_entries SET actor_name = 'Grace' WHERE id = 1", "audit_entries_no_update"},
		{"updating or replacing", "UPDATE OR REPLACE audit_entries SET id = 1 WHERE id = 2", "audit_entries_no_update"},
		{"deleting", "DELETE FROM audit_entries WHERE id = 2", "audit_entries_no_delete"},
		{"deleting all", "DELETE FROM audit_entries", "audit_entries_no_delete"},
		{"replacing", "INSERT OR REPLACE" + row, "audit_entries_no_replace"},
		{"upserting", "INSERT" + row + " ON CONFLICT DO UPDATE SET act = 'x'", "audit_entries_no_replace, audit_entries_no_update"},
	}
	const fingerprint = "SELECT coalesce(sum(id * (length(actor_name) + length(act) * 7 + at % 1000003)), 0) FROM audit_entries"
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := testkit.DBPath(t)
			audit(t, testkit.OpenDB(t, path, store.Options{}), audited("1"), audited("2"))
			before := number(t, path, fingerprint)
			if err := tryOutside(t, path, c.statement); err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("got %v, want a refusal by trigger", err)
			}
			if after := number(t, path, fingerprint); after != before {
				t.Errorf("the audit log changed from %d to %d", before, after)
			}
			for trigger := range strings.SplitSeq(c.trigger, ", ") {
				outsider(t, path, "DROP TRIGGER "+trigger)
			}
			outsider(t, path, c.statement)
			if after := number(t, path, fingerprint); after == before {
				t.Error("without its trigger the statement changes nothing, so this case proves nothing")
			}
		})
	}
}

func TestTheWriterItselfCannotReplaceAuditEntries(t *testing.T) {
	db := testkit.DB(t)
	audit(t, db, audited("1"))
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		return tx.Exec("REPLACE INTO audit_entries SELECT * FROM audit_entries")
	})
	if err == nil || !strings.Contains(err.Error(), "immutable") {
		t.Errorf("got %v, want a refusal by trigger", err)
	}
}
