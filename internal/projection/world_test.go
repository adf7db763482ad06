package projection

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"sort"
	"strings"
	"testing"
	"time"

	"transferdesk/store"
)

// start is when the first letter of a test arrives.
var start = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return start.Add(time.Hour) }

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// letter is one arrival.
type letter struct {
	body string
	id   string
	test bool
}

// envelope makes a body of any type.
func envelope(eventType, version, sub, data string, sent time.Time) string {
	return fmt.Sprintf(`{"data":%s,"subscription_id":%q,"event_type":%q,"schema_version":%q,"sent_at":%q}`,
		data, sub, eventType, version, sent.Format("2006-01-02T15:04:05Z"))
}

func occurred(at time.Time, version string) string {
	if version >= "4" {
		return at.Format("2006-01-02T15:04:05.000Z")
	}
	return at.Format("2006-01-02T15:04:05Z")
}

// subject is the transfer that most tests are about.
const subject = 49983981

func stateChange(id int64, version, sub, from, to string, at time.Time) string {
	previous := "null"
	if from != "" {
		previous = fmt.Sprintf("%q", from)
	}
	data := fmt.Sprintf(`{"resource":{"type":"transfer","id":%d,"profile_id":%d,"account_id":%d},"current_state":%q,"previous_state":%s,"occurred_at":%q}`,
		id, profileOf(id), id%7+100, to, previous, occurred(at, version))
	return envelope("transfers#state-change", version, sub, data, at.Add(2*time.Second))
}

func payoutFailure(id int64, version, code string, at time.Time) string {
	data := fmt.Sprintf(`{"transfer_id":%d,"profile_id":%d,"failure_reason_code":%q,"failure_description":"words","occurred_at":%q}`,
		id, profileOf(id), code, occurred(at, version))
	return envelope("transfers#payout-failure", version, "sub-f", data, at.Add(2*time.Second))
}

func refundOf(id int64, version, amount string, at time.Time) string {
	data := fmt.Sprintf(`{"resource":{"type":"transfer","id":%d,"profile_id":%d,"account_id":%d,"refund_amount":%s,"refund_currency":"EUR"},"occurred_at":%q}`,
		id, profileOf(id), id%7+100, amount, occurred(at, version))
	return envelope("transfers#refund", version, "sub-r", data, at.Add(2*time.Second))
}

func activeCases(id int64, version string, at time.Time, codes ...string) string {
	list, _ := json.Marshal(append([]string{}, codes...))
	data := fmt.Sprintf(`{"resource":{"type":"transfer","id":%d,"profile_id":%d,"account_id":%d},"active_cases":%s}`,
		id, profileOf(id), id%7+100, list)
	return envelope("transfers#active-cases", version, "sub-c", data, at)
}

func movement(profile int64, version, reference, direction, amount string, step int64, at time.Time) string {
	more := ""
	if version >= "3" {
		more = fmt.Sprintf(`,"step_id":%d,"post_transaction_balance_amount":12.5`, step)
	}
	data := fmt.Sprintf(`{"resource":{"id":2,"profile_id":%d,"type":"balance-account"},"amount":%s,"balance_id":111,"currency":"GBP","transaction_type":%q,"occurred_at":%q,"transfer_reference":%q,"channel_name":"TRANSFER"%s}`,
		profile, amount, direction, occurred(at, version), reference, more)
	return envelope("balances#update", version, "sub-b", data, at.Add(time.Second))
}

func userChange(id int64, version, from, to string, at time.Time) string {
	data := fmt.Sprintf(`{"resource":{"id":%d,"type":"user"},"previous_state":%q,"current_state":%q,"deactivation_type":"ACCOUNT_SUSPENSION","occurred_at":%q}`,
		id, from, to, occurred(at, version))
	return envelope("users#state-change", version, "sub-u", data, at.Add(2*time.Second))
}

func profileOf(transfer int64) int64 { return 500 + transfer%3 + transfer/1_000_000*10 }

// deliver lets letters arrive one after the other, a second apart.
func deliver(t testing.TB, db *store.DB, letters ...letter) {
	t.Helper()
	err := db.Write(context.Background(), store.LaneIngest, func(tx *store.Tx) error {
		last, err := tx.LastReceipt()
		if err != nil {
			return err
		}
		for i, l := range letters {
			_, err := tx.Accept(store.Arrival{
				Source: sourceOf(l.body), Body: []byte(l.body), SHA256: sha256.Sum256([]byte(l.body)), ReceivedAt: start.Add(time.Duration(int(last)+i) * time.Second),
				DeliveryID: l.id, Test: l.test, ContentType: "application/json", KeyName: "test",
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("delivering: %v", err)
	}
}

// receive lets one body arrive at a time.
func receive(t testing.TB, db *store.DB, body string, at time.Time) {
	t.Helper()
	err := db.Write(context.Background(), store.LaneIngest, func(tx *store.Tx) error {
		_, err := tx.Accept(store.Arrival{
			Source: sourceOf(body), Body: []byte(body), SHA256: sha256.Sum256([]byte(body)), ReceivedAt: at, ContentType: "application/json", KeyName: "test",
		})
		return err
	})
	if err != nil {
		t.Fatalf("delivering: %v", err)
	}
}

func letters(bodies ...string) []letter {
	var all []letter
	for _, b := range bodies {
		all = append(all, letter{body: b})
	}
	return all
}

// project folds everything that has arrived.
func project(t testing.TB, db *store.DB) {
	t.Helper()
	if err := New(db, clock, quiet()).CatchUp(context.Background()); err != nil {
		t.Fatalf("folding: %v", err)
	}
}

// statuses gives "status why" of every delivery, in the order of their ids.
func statuses(t testing.TB, db *store.DB) []string {
	t.Helper()
	var all []string
	read(t, db, func(r *store.Reader) error {
		page, err := r.Events(store.EventFilter{Limit: 200})
		for i := len(page.Rows) - 1; i >= 0; i-- {
			all = append(all, strings.TrimSpace(page.Rows[i].Status+" "+page.Rows[i].Why))
		}
		return err
	})
	return all
}

func read(t testing.TB, db *store.DB, do func(*store.Reader) error) {
	t.Helper()
	if err := db.Read(context.Background(), do); err != nil {
		t.Fatalf("reading: %v", err)
	}
}

// side opens the same file beside the store, as somebody with a shell would.
func side(t testing.TB, db *store.DB) *sql.DB {
	t.Helper()
	conn, err := sql.Open("sqlite3", "file:"+db.Path()+"?_busy_timeout=5000&_recursive_triggers=1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// dump prints every row of every table of the read models, and how often each
// delivery arrived; only who made the copy is left out.
func dump(t testing.TB, db *store.DB) string {
	t.Helper()
	conn := side(t, db)
	defer func() { _ = conn.Close() }()
	var out strings.Builder
	for _, table := range column(t, conn, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'rm_*' ORDER BY name`) {
		what := "*"
		if table == "rm_meta" {
			what = "cursor, decoder_version"
		}
		fmt.Fprintf(&out, "%s\n%s\n", table, rowsOf(t, conn, "SELECT "+what+" FROM "+table))
	}
	fmt.Fprintf(&out, "receipts\n%s", rowsOf(t, conn, `SELECT o.delivery_id, count(*) FROM rm_outcomes o JOIN receipts USING (delivery_id) GROUP BY 1`))
	return out.String()
}

func column(t testing.TB, conn *sql.DB, query string) []string {
	t.Helper()
	return strings.Fields(rowsOf(t, conn, query))
}

func rowsOf(t testing.TB, conn *sql.DB, query string) string {
	t.Helper()
	rows, err := conn.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer func() { _ = rows.Close() }()
	columns, _ := rows.Columns()
	var lines []string
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		var line []string
		for _, v := range values {
			switch v := (*v.(*any)).(type) {
			case []byte:
				line = append(line, fmt.Sprintf("%q", v))
			default:
				line = append(line, fmt.Sprint(v))
			}
		}
		lines = append(lines, strings.Join(line, " "))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}
