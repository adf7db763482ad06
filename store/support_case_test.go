package store_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/activity"
	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func startCase(t *testing.T, db *store.DB, external string, at time.Time) (id int64, err error) {
	t.Helper()
	err = db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) (err error) {
		id, err = tx.StartSupportCase(store.SupportCase{External: external, Transfer: 71, Profile: 5, Type: "GENERAL_ENQUIRY",
			Subject: "subject", Description: "description", By: store.Actor{Kind: "person", ID: 3, Name: "Ada"}, AskedAt: at})
		return err
	})
	return id, err
}

func TestASupportCaseOfOursIsKeptAndFoundByItsIds(t *testing.T) {
	db := testkit.DB(t)
	id, err := startCase(t, db, "x-1", askedAt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := startCase(t, db, "x-1", askedAt); fault.KindOf(err) != fault.Conflict {
		t.Errorf("the same form again: %v", err)
	}
	end := store.AskEnd{Result: store.AskUnknown, At: askedAt.Add(time.Second), Text: "no answer"}
	done := store.AskEnd{Result: store.AskDone, At: askedAt.Add(time.Minute), Text: "found", TraceID: "t-1"}
	err = db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		if err := tx.EndSupportCase(id, 0, end); err != nil {
			return err
		}
		if open, err := tx.OpenSupportCases(); err != nil || len(open) != 1 || open[0].End != end {
			t.Errorf("open: %+v, %v", open, err)
		}
		if err := tx.EndSupportCase(id, 9001, done); err != nil {
			return err
		}
		return tx.EndSupportCase(id, 9002, end)
	})
	if err != nil {
		t.Fatal(err)
	}
	want := store.SupportCase{ID: id, External: "x-1", Case: 9001, Transfer: 71, Profile: 5, Type: "GENERAL_ENQUIRY", Subject: "subject",
		Description: "description", By: store.Actor{Kind: "person", ID: 3, Name: "Ada"}, AskedAt: askedAt, End: done}
	err = db.Read(t.Context(), func(r *store.Reader) error {
		got, found, err := r.SupportCaseByWise(9001)
		if d := cmp.Diff(want, got); d != "" || !found || err != nil {
			t.Errorf("%v (-want +got)\n%s", err, d)
		}
		if _, found, err := r.SupportCaseByWise(0); found || err != nil {
			t.Errorf("without an id: %t %v", found, err)
		}
		for name, list := range map[string]func(int64) ([]store.SupportCase, error){"71": r.SupportCasesOfTransfer, "5": r.SupportCasesOfProfile} {
			number := map[string]int64{"71": 71, "5": 5}[name]
			if all, err := list(number); len(all) != 1 || err != nil {
				t.Errorf("of %s: %d, %v", name, len(all), err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAMessageIsSentFromItsFormOnce(t *testing.T) {
	db := testkit.DB(t)
	send := func(token string) (id int64, err error) {
		err = db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) (err error) {
			id, err = tx.StartCaseMessage(store.CaseMessage{Token: token, Case: 9001, Text: "text of " + token, By: store.Actor{Kind: "person", Name: "Ada"}, AskedAt: askedAt})
			return err
		})
		return id, err
	}
	for _, token := range []string{"a", "b"} {
		if _, err := send(token); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := send("a"); fault.KindOf(err) != fault.Conflict {
		t.Errorf("the same form again: %v", err)
	}
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		return tx.EndCaseMessage(1, "m-1", store.AskEnd{Result: store.AskDone, At: askedAt})
	})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Read(t.Context(), func(r *store.Reader) error {
		all, err := r.CaseMessages(9001)
		if len(all) != 2 || all[0].MessageID != "m-1" || all[1].Text != "text of b" || all[1].End.Result != store.AskStarted {
			t.Errorf("got %+v, %v", all, err)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatWasSentInACaseIsImmutable(t *testing.T) {
	for _, c := range []struct{ statement, trigger string }{
		{"UPDATE support_cases SET subject = 'x'", "support_cases_only_forward"},
		{"UPDATE support_cases SET description = 'x'", "support_cases_only_forward"},
		{"UPDATE support_cases SET result = 'unknown'", "support_cases_only_forward"},
		{"DELETE FROM support_cases", "support_cases_no_delete"},
		{"INSERT OR REPLACE INTO support_cases SELECT id, 'y', 0, 1, 1, type, 'z', description, actor_kind, actor_id, actor_name, asked_at, result, ended_at, said, trace_id FROM support_cases", "support_cases_no_replace"},
		{"UPDATE case_messages SET text = 'x'", "case_messages_only_forward"},
		{"UPDATE case_messages SET result = 'unknown'", "case_messages_only_forward"},
		{"DELETE FROM case_messages", "case_messages_no_delete"},
		{"INSERT OR REPLACE INTO case_messages SELECT id, 'y', case_id, 'z', actor_kind, actor_id, actor_name, asked_at, result, ended_at, said, trace_id, message_id FROM case_messages", "case_messages_no_replace"},
	} {
		path := testkit.DBPath(t)
		db := testkit.OpenDB(t, path, store.Options{})
		if _, err := startCase(t, db, "x-1", askedAt); err != nil {
			t.Fatal(err)
		}
		outsider(t, path, "INSERT INTO case_messages VALUES (1, 'a', 9001, 'text', 'person', 1, 'Ada', 1, 'done', 1, '', '', '')")
		outsider(t, path, "UPDATE support_cases SET result = 'done', case_id = 9001")
		if err := tryOutside(t, path, c.statement); err == nil || !strings.Contains(err.Error(), "immutable") {
			t.Errorf("%s: got %v, want a refusal by trigger", c.statement, err)
		}
		outsider(t, path, "DROP TRIGGER "+c.trigger)
		outsider(t, path, c.statement)
	}
}

// TestTheListOfCasesHoldsEachOnceInPages walks the list in small pages: cases that
// events told of, cases that only we know of, and one that both know.
func TestTheListOfCasesHoldsEachOnceInPages(t *testing.T) {
	db := testkit.DB(t)
	for i := range 23 {
		at := askedAt.Add(time.Duration(i%7) * time.Minute)
		err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
			row := store.ActivityRow{Deliveries: evidence.IDs{int64(i + 1)}, Facts: activity.Facts{
				Key: activity.Key{Kind: activity.SupportCase, ID: fmt.Sprint(9000 + i)}, LastAt: at, Profile: 5}}
			if err := row.Pack(); err != nil {
				return err
			}
			return tx.SaveActivity(store.Live, row)
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := startCase(t, db, fmt.Sprint("x-", i), at); err != nil {
			t.Fatal(err)
		}
	}
	err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
		return tx.EndSupportCase(1, 9000, store.AskEnd{Result: store.AskDone, At: askedAt})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, limit := range []int{1, 4, 50} {
		for name, want := range map[string]struct {
			keep func(store.ListedCase) bool
			rows int
		}{
			"all":    {func(store.ListedCase) bool { return true }, 45},
			"told":   {func(c store.ListedCase) bool { return c.Told != nil }, 23},
			"ours":   {func(c store.ListedCase) bool { return c.Ours != nil }, 23},
			"both":   {func(c store.ListedCase) bool { return c.Ours != nil && c.Told != nil }, 1},
			"no one": {func(store.ListedCase) bool { return false }, 0},
		} {
			seen, last := map[string]bool{}, askedAt.Add(time.Hour)
			for cursor, pages := "", 0; ; pages++ {
				var page store.Page[store.ListedCase]
				err := db.Read(t.Context(), func(r *store.Reader) (err error) {
					page, err = r.SupportCases(want.keep, cursor, limit)
					return err
				})
				if err != nil || pages > 60 {
					t.Fatalf("%s by %d: page %d: %v", name, limit, pages, err)
				}
				for _, row := range page.Rows {
					key, at := "", time.Time{}
					if row.Told != nil {
						key, at = "told "+row.Told.ID, row.Told.LastAt
					} else {
						key, at = "ours "+row.Ours.External, row.Ours.AskedAt
					}
					if seen[key] || at.After(last) {
						t.Errorf("%s by %d: %s comes twice or out of order", name, limit, key)
					}
					seen[key], last = true, at
				}
				if cursor = page.Next; cursor == "" {
					break
				}
			}
			if len(seen) != want.rows {
				t.Errorf("%s by %d: %d rows, want %d", name, limit, len(seen), want.rows)
			}
		}
	}
}
