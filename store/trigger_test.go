package store_test

import (
	"strings"
	"testing"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// Each statement is tried by another program without our settings, as a person
// with a database tool would, and each is shown to work once its trigger is gone:
// a refusal for any other reason proves nothing.
func TestTheJournalIsImmutable(t *testing.T) {
	const hash = "(SELECT body_sha256 FROM deliveries WHERE id = 1)"
	cases := []struct{ name, statement, trigger string }{
		{"updating a delivery", "UPDATE deliveries SET body = x'00' WHERE id = 1", "deliveries_no_update"},
		{"deleting a delivery", "DELETE FROM deliveries WHERE id = 2", "deliveries_no_delete"},
		{"replacing a delivery by its id", "INSERT OR REPLACE INTO deliveries VALUES (1, 'webhook', 1, randomblob(32), '', '', x'00')", "deliveries_no_replace"},
		{"replacing a delivery by its hash", "INSERT OR REPLACE INTO deliveries VALUES (NULL, 'webhook', 1, " + hash + ", '', '', x'00')", "deliveries_no_replace"},
		{"upserting a delivery", "INSERT INTO deliveries VALUES (1, 'webhook', 1, randomblob(32), '', '', x'00') ON CONFLICT DO UPDATE SET body = x'00'", "deliveries_no_replace, deliveries_no_update"},
		{"updating a receipt", "UPDATE receipts SET test = 1 WHERE id = 1", "receipts_no_update"},
		{"deleting a receipt", "DELETE FROM receipts WHERE id = 1", "receipts_no_delete"},
		{"replacing a receipt", "INSERT OR REPLACE INTO receipts VALUES (1, 2, 1, NULL, 1)", "receipts_no_replace"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := testkit.DBPath(t)
			db := testkit.OpenDB(t, path, store.Options{})
			accept(t, db, "one")
			accept(t, db, "two")
			before := fingerprint(t, path)
			err := tryOutside(t, path, c.statement)
			if err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("got %v, want a refusal by trigger", err)
			}
			if after := fingerprint(t, path); after != before {
				t.Errorf("the journal changed from %d to %d", before, after)
			}
			for trigger := range strings.SplitSeq(c.trigger, ", ") {
				outsider(t, path, "DROP TRIGGER "+trigger)
			}
			outsider(t, path, c.statement)
			if after := fingerprint(t, path); after == before {
				t.Error("without its trigger the statement changes nothing, so this case proves nothing")
			}
		})
	}
}

// fingerprint adds up what an overwritten, lost or added row would change.
func fingerprint(t *testing.T, path string) int {
	t.Helper()
	return number(t, path, `SELECT (SELECT sum(id * (length(body) * 7 + received_at % 1000003)) FROM deliveries)
		+ (SELECT sum(id * (delivery_id * 13 + test * 17 + received_at % 1000003)) FROM receipts)`)
}

func TestTheWriterItselfCannotReplace(t *testing.T) {
	db := testkit.DB(t)
	accept(t, db, "one")
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		return tx.Exec("INSERT OR REPLACE INTO receipts VALUES (1, 1, 1, NULL, 1)")
	})
	if err == nil || !strings.Contains(err.Error(), "immutable") {
		t.Errorf("got %v, want a refusal by trigger", err)
	}
}

func TestWhatPeopleSaidOfEventsIsImmutable(t *testing.T) {
	for table, columns := range map[string]string{
		"event_asides":      "1, 7, 0, 1, 'person', 1, 'Ada', 'why'",
		"event_attachments": "1, 7, 'transfer', 71, 0, 1, 'person', 1, 'Ada', 'why'",
		"event_retries":     "1, 7, 1, 'person', 1, 'Ada', 'applied', ''",
	} {
		for trigger, statement := range map[string]string{
			table + "_no_update":  "UPDATE " + table + " SET delivery_id = 8",
			table + "_no_delete":  "DELETE FROM " + table,
			table + "_no_replace": "INSERT OR REPLACE INTO " + table + " VALUES (" + strings.Replace(columns, "7", "8", 1) + ")",
		} {
			path := testkit.DBPath(t)
			testkit.OpenDB(t, path, store.Options{})
			outsider(t, path, "INSERT INTO "+table+" VALUES ("+columns+")")
			if err := tryOutside(t, path, statement); err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("%s: got %v, want a refusal by trigger", statement, err)
			}
			if number(t, path, "SELECT sum(delivery_id) FROM "+table) != 7 {
				t.Errorf("%s: the row changed", statement)
			}
			outsider(t, path, "DROP TRIGGER "+trigger)
			outsider(t, path, statement)
		}
	}
}
