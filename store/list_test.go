package store_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// noon is when the rows of these tests are; many of them at once.
var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// fill writes n transfers of profile 500 whose sort keys collide: five share each time.
func fill(t *testing.T, db *store.DB, n int64) {
	t.Helper()
	stages := []transfer.Stage{transfer.StageFailed, transfer.StageReturned, transfer.StageCancelled, transfer.StageRefunded, transfer.StageNone}
	write(t, db, func(tx *store.Tx) error {
		tallies := store.Tallies{}
		for i := range n {
			at := noon.Add(time.Duration(i/5) * time.Hour)
			row := store.TransferRow{
				Facts: transfer.Facts{Transfer: 1000 + i*37%n, Profile: 500, FirstAt: at}, Deliveries: evidence.IDs{i + 1},
				Stage: stages[i%5], StageAt: at, Reason: []string{"WRONG_NAME", "ACCOUNT_CLOSED", ""}[i%3],
				Currency: []string{"EUR", "GBP"}[i%2], Problem: i%5 < 3, HasCases: i%4 == 0, CasesSince: at,
			}
			if err := row.Pack(); err != nil {
				return err
			}
			if err := tx.SaveTransfer(store.Live, row); err != nil {
				return err
			}
			tallies.Add(row, 1)
		}
		return tx.SaveTallies(store.Live, tallies)
	})
}

func write(t *testing.T, db *store.DB, do func(*store.Tx) error) {
	t.Helper()
	if err := db.Write(context.Background(), store.LaneProject, do); err != nil {
		t.Fatalf("writing: %v", err)
	}
}

func read(t *testing.T, db *store.DB, do func(*store.Reader) error) {
	t.Helper()
	if err := db.Read(context.Background(), do); err != nil {
		t.Fatalf("reading: %v", err)
	}
}

// walk reads a list page by page and gives the ids.
func walk(t *testing.T, page func(cursor string) (store.Page[transfer.Facts], error)) []int64 {
	t.Helper()
	var ids []int64
	for cursor := ""; ; {
		p, err := page(cursor)
		if err != nil {
			t.Fatalf("reading a page: %v", err)
		}
		for _, f := range p.Rows {
			ids = append(ids, f.Transfer)
		}
		if p.Next == "" {
			return ids
		}
		if len(ids) > 1000 {
			t.Fatal("the list has no end")
		}
		cursor = p.Next
	}
}

func TestListsPageWithoutGapsAndRepeats(t *testing.T) {
	db := testkit.DB(t)
	fill(t, db, 101)
	side := sideOf(t, db)
	for _, c := range []struct{ name, want string }{
		{"transfers", `profile_id = 500 ORDER BY created_at DESC, transfer_id DESC`},
		{"bounced", `stage <> '' ORDER BY stage_at DESC, transfer_id DESC`},
		{"bounced by reason", `stage <> '' AND reason IN ('WRONG_NAME', '') ORDER BY stage_at DESC, transfer_id DESC`},
		{"bounced by everything", `stage IN ('failed', 'refunded') AND reason = 'WRONG_NAME' AND currency = 'EUR' AND stage_at >= ` + fmt.Sprint(noon.Add(2*time.Hour).UnixMicro()) + ` ORDER BY stage_at DESC, transfer_id DESC`},
		{"queue returned", `stage IN ('returned', 'cancelled') ORDER BY stage_at, transfer_id`},
		{"queue failed", `stage = 'failed' ORDER BY stage_at, transfer_id`},
		{"queue cases", `cases_since IS NOT NULL ORDER BY cases_since, transfer_id`},
	} {
		for _, limit := range []int{1, 2, 3, 7, 50} {
			t.Run(fmt.Sprint(c.name, " by ", limit), func(t *testing.T) {
				var got []int64
				read(t, db, func(r *store.Reader) error {
					got = walk(t, func(cursor string) (store.Page[transfer.Facts], error) { return list(r, c.name, cursor, limit) })
					return nil
				})
				want := idsOf(t, side, "SELECT transfer_id FROM rm_transfers WHERE "+c.want)
				if len(want) == 0 {
					t.Fatal("the list is empty: the test does not test")
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("rows (-want +got):\n%s", diff)
				}
			})
		}
	}
}

func list(r *store.Reader, name, cursor string, limit int) (store.Page[transfer.Facts], error) {
	filter := store.BouncedFilter{Cursor: cursor, Limit: limit}
	switch name {
	case "transfers":
		return r.TransfersOfProfile(500, cursor, limit)
	case "bounced by reason":
		filter.Reasons = []string{"WRONG_NAME", ""}
	case "bounced by everything":
		filter.Reasons, filter.Currencies = []string{"WRONG_NAME"}, []string{"EUR"}
		filter.Stages = []transfer.Stage{transfer.StageFailed, transfer.StageRefunded}
		filter.Since = noon.Add(2 * time.Hour)
	case "bounced":
	default:
		return r.Queue(store.QueueKind(strings.TrimPrefix(name, "queue ")), store.Scope{}, cursor, limit)
	}
	return r.Bounced(filter)
}

func TestCountsAreThoseOfTheRowsBehindThem(t *testing.T) {
	db := testkit.DB(t)
	fill(t, db, 101)
	side := sideOf(t, db)
	for _, f := range []store.BouncedFilter{
		{}, {Reasons: []string{"WRONG_NAME"}}, {Reasons: []string{"", "WRONG_NAME"}, Currencies: []string{"EUR"}},
		{Since: noon.Add(5 * time.Hour)}, {Since: noon.Add(5 * time.Hour), Reasons: []string{"ACCOUNT_CLOSED"}},
		{Stages: []transfer.Stage{transfer.StageReturned}}, {Stages: []transfer.Stage{"no such stage"}},
	} {
		t.Run(fmt.Sprint(f), func(t *testing.T) {
			read(t, db, func(r *store.Reader) error {
				counts, err := r.BouncedCounts(f)
				if err != nil {
					return err
				}
				total := int64(0)
				for _, c := range counts {
					total += c.N
				}
				rows := walk(t, func(cursor string) (store.Page[transfer.Facts], error) {
					f.Cursor = cursor
					return r.Bounced(f)
				})
				if int64(len(rows)) != total {
					t.Errorf("counts say %d, there are %d rows", total, len(rows))
				}
				return nil
			})
		})
	}
	read(t, db, func(r *store.Reader) error {
		counts, err := r.QueueCounts()
		want := store.Counts{
			Returned: idsOf(t, side, `SELECT count(*) FROM rm_transfers WHERE stage IN ('returned', 'cancelled')`)[0],
			Failed:   idsOf(t, side, `SELECT count(*) FROM rm_transfers WHERE stage = 'failed'`)[0],
			Cases:    idsOf(t, side, `SELECT count(*) FROM rm_transfers WHERE cases_since IS NOT NULL`)[0],
		}
		if diff := cmp.Diff(want, counts); diff != "" {
			t.Errorf("counts (-want +got):\n%s", diff)
		}
		all, err2 := r.BouncedCounts(store.BouncedFilter{})
		if oldest := all[transfer.StageReturned].Oldest; !oldest.Equal(noon) || err2 != nil {
			t.Errorf("the oldest is of %v (%v), want %v", oldest, err2, noon)
		}
		reasons, err3 := r.BouncedReasons()
		if diff := cmp.Diff([]string{"ACCOUNT_CLOSED", "WRONG_NAME"}, reasons); diff != "" || err3 != nil {
			t.Errorf("reasons (%v, -want +got):\n%s", err3, diff)
		}
		return err
	})
}

func TestACursorThatIsNotOursIsRefused(t *testing.T) {
	db := testkit.DB(t)
	for _, cursor := range []string{"x", "AAAA", "!!", strings.Repeat("A", 1000)} {
		read(t, db, func(r *store.Reader) error {
			if _, err := r.Bounced(store.BouncedFilter{Cursor: cursor}); fault.KindOf(err) != fault.Invalid {
				t.Errorf("cursor %q: %v, want it refused", cursor, err)
			}
			if _, err := r.Events(store.EventFilter{Cursor: cursor}); fault.KindOf(err) != fault.Invalid {
				t.Errorf("cursor %q: %v, want it refused", cursor, err)
			}
			return nil
		})
	}
}

func TestEventsPageByEveryFilter(t *testing.T) {
	db := testkit.DB(t)
	kinds := []store.Kind{
		{Type: "a#x", SchemaVersion: "1", Status: store.StatusApplied}, {Type: "a#x", SchemaVersion: "2", Status: store.StatusApplied},
		{Type: "a#x", SchemaVersion: "1", Status: store.StatusDuplicate}, {Type: "b#y", SchemaVersion: "1", Status: store.StatusKept},
		{Status: store.StatusQuarantined},
	}
	var all []store.Kind
	for i := range 83 {
		if _, err := db.Accept(context.Background(), arrivalOf(i)); err != nil {
			t.Fatal(err)
		}
		all = append(all, kinds[i*i%len(kinds)])
	}
	write(t, db, func(tx *store.Tx) error {
		var outcomes []store.Outcome
		for i, k := range all {
			outcomes = append(outcomes, store.Outcome{Delivery: int64(i + 1), Kind: k})
		}
		return tx.SaveOutcomes(store.Live, outcomes)
	})
	for _, f := range []store.EventFilter{
		{}, {Type: "a#x"}, {Type: "b#y"}, {Type: "none"}, {Status: []string{"applied"}}, {Status: []string{"duplicate", "quarantined"}},
		{Type: "a#x", Status: []string{"applied", "kept"}},
	} {
		t.Run(fmt.Sprint(f), func(t *testing.T) {
			var want, got []int64
			for i := len(all) - 1; i >= 0; i-- {
				if (f.Type == "" || f.Type == all[i].Type) && (f.Status == nil || slices.Contains(f.Status, all[i].Status)) {
					want = append(want, int64(i+1))
				}
			}
			read(t, db, func(r *store.Reader) error {
				for f.Limit = 3; ; {
					page, err := r.Events(f)
					if err != nil {
						return err
					}
					for _, row := range page.Rows {
						got = append(got, row.ID)
					}
					if f.Cursor = page.Next; page.Next == "" {
						return nil
					}
				}
			})
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("events (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAnEventIsFoundByItsDeliveryID(t *testing.T) {
	db := testkit.DB(t)
	ids := []string{"0f4b5a4e-5a62-4f09-9b0c-6d5dcd0e4a10", "not a uuid", "<script>", ""}
	for i, id := range ids {
		a := arrivalOf(i)
		a.DeliveryID = id
		if _, err := db.Accept(context.Background(), a); err != nil {
			t.Fatal(err)
		}
	}
	write(t, db, func(tx *store.Tx) error {
		rows, err := tx.ReceiptsAfter(0, 10)
		for _, row := range rows {
			if err := tx.SaveArrival(store.Live, row); err != nil {
				return err
			}
		}
		return err
	})
	for text, want := range map[string][]int64{ids[0]: {1}, ids[1]: {2}, ids[2]: {3}, "4": {4}, "9": nil, "nothing": nil} {
		read(t, db, func(r *store.Reader) error {
			page, err := r.Events(store.EventFilter{DeliveryID: text})
			var got []int64
			for _, row := range page.Rows {
				got = append(got, row.ID)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", text, diff)
			}
			return err
		})
	}
}

func arrivalOf(i int) store.Arrival {
	body := fmt.Sprint(i)
	return store.Arrival{Body: []byte(body), SHA256: sha256.Sum256([]byte(body)), ReceivedAt: noon.Add(time.Duration(i) * time.Second)}
}

func sideOf(t *testing.T, db *store.DB) *sql.DB {
	t.Helper()
	conn, err := sql.Open("sqlite3", "file:"+db.Path()+"?_busy_timeout=5000")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

func idsOf(t *testing.T, conn *sql.DB, query string) []int64 {
	t.Helper()
	rows, err := conn.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var all []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		all = append(all, id)
	}
	return all
}
