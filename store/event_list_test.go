package store_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// sieved is what a filter must give, by looking at every row.
func sieved(rows []store.EventRow, kinds []store.Kind, f store.EventFilter) (ids []int64) {
	for i, row := range slices.Backward(rows) {
		k := kinds[i]
		status := k.Status
		if row.SetAside {
			status = store.StatusSetAside
		}
		if (f.Type == "" || f.Type == k.Type) && (f.SchemaVersion == "" || f.SchemaVersion == k.SchemaVersion) &&
			(f.Subscription == "" || f.Subscription == k.Subscription) && (len(f.Status) == 0 || slices.Contains(f.Status, status)) &&
			(f.Tests == store.WithTests || (f.Tests == store.TestsOnly) == (status == store.StatusTest)) &&
			(f.TransferID == 0 || f.TransferID == row.TransferID) && (f.ProfileID == 0 || f.ProfileID == row.ProfileID) && (f.UserID == 0 || f.UserID == row.UserID) &&
			(f.Since.IsZero() || !row.ReceivedAt.Before(f.Since)) && (f.Until.IsZero() || row.ReceivedAt.Before(f.Until)) {
			ids = append(ids, row.ID)
		}
	}
	return ids
}

// drawEvents fills a journal with outcomes of all sorts, a minute apart.
func drawEvents(t *testing.T, rt *rapid.T, db *store.DB) (rows []store.EventRow, kinds []store.Kind) {
	t.Helper()
	statuses := []string{store.StatusApplied, store.StatusApplied, store.StatusDuplicate, store.StatusKept, store.StatusTest, store.StatusQuarantined}
	var outcomes []store.Outcome
	for i := range rapid.IntRange(0, 40).Draw(rt, "events") {
		pick := func(label string, values ...string) string { return rapid.SampledFrom(values).Draw(rt, label) }
		number := func(label string) int64 { return int64(rapid.IntRange(0, 2).Draw(rt, label)) }
		k := store.Kind{Type: pick("type", "a#x", "b#y"), SchemaVersion: pick("version", "1", "2"), Status: pick("status", statuses...), Subscription: pick("sub", "s", "t", "")}
		row := store.EventRow{ID: int64(i + 1), ReceivedAt: noon.Add(time.Duration(i) * time.Minute), TransferID: number("transfer"), ProfileID: number("profile"), UserID: number("user")}
		row.SetAside = k.Status == store.StatusQuarantined && rapid.Bool().Draw(rt, "aside")
		rows, kinds = append(rows, row), append(kinds, k)
		outcomes = append(outcomes, store.Outcome{Delivery: row.ID, Kind: k, TransferID: row.TransferID, ProfileID: row.ProfileID, UserID: row.UserID})
	}
	write(t, db, func(tx *store.Tx) error {
		for i, row := range rows {
			a := arrivalOf(i)
			a.ReceivedAt = row.ReceivedAt
			if _, err := tx.Accept(a); err != nil {
				return err
			}
			if err := tx.AddEventAside(store.EventAside{Delivery: row.ID, Undone: true}); err != nil {
				return err
			}
			if !row.SetAside {
				continue
			}
			if err := tx.AddEventAside(store.EventAside{Delivery: row.ID}); err != nil {
				return err
			}
		}
		return tx.SaveOutcomes(store.Live, outcomes)
	})
	return rows, kinds
}

func TestTheListOfEventsIsWhatItsFiltersSay(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		db := testkit.DB(t)
		rows, kinds := drawEvents(t, rt, db)
		for range 12 {
			f := store.EventFilter{
				Type: rapid.SampledFrom([]string{"", "", "a#x"}).Draw(rt, "type"), SchemaVersion: rapid.SampledFrom([]string{"", "", "2"}).Draw(rt, "version"),
				Subscription: rapid.SampledFrom([]string{"", "", "s"}).Draw(rt, "subscription"), Tests: rapid.SampledFrom([]store.Tests{"", "", "only", "none"}).Draw(rt, "tests"),
				Status:     rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"applied", "duplicate", "kept", "test", "quarantined", "set_aside"}), 0, 3, rapid.ID).Draw(rt, "statuses"),
				TransferID: int64(rapid.IntRange(0, 1).Draw(rt, "t")), ProfileID: int64(rapid.IntRange(0, 1).Draw(rt, "p")), UserID: int64(rapid.IntRange(0, 1).Draw(rt, "u")),
			}
			if rapid.Bool().Draw(rt, "since") {
				f.Since = noon.Add(time.Duration(rapid.IntRange(-1, 41).Draw(rt, "from")) * time.Minute)
			}
			if rapid.Bool().Draw(rt, "until") {
				f.Until = noon.Add(time.Duration(rapid.IntRange(-1, 41).Draw(rt, "to"))*time.Minute + time.Second)
			}
			var got []int64
			read(t, db, func(r *store.Reader) error {
				for f.Limit = 3; ; {
					ids, next, err := r.EventIDs(f)
					if got = append(got, ids...); err != nil || next == "" {
						return err
					}
					f.Cursor = next
				}
			})
			if diff := cmp.Diff(sieved(rows, kinds, f), got); diff != "" {
				rt.Fatalf("%+v (-want +got):\n%s", f, diff)
			}
		}
		_ = db.Close()
	})
}

func TestQuarantinedEventsAreCountedUntilTheyAreSetAside(t *testing.T) {
	db := testkit.DB(t)
	write(t, db, func(tx *store.Tx) error {
		var outcomes []store.Outcome
		for i := range int64(9) {
			outcomes = append(outcomes, store.Outcome{Delivery: i + 1, Kind: store.Kind{Type: fmt.Sprint(i % 2), Status: []string{store.StatusQuarantined, store.StatusKept}[i%3/2]}})
		}
		return tx.SaveOutcomes(store.Live, outcomes)
	})
	count := func(most int) (n int) {
		read(t, db, func(r *store.Reader) (err error) {
			n, err = r.Unresolved(most)
			return err
		})
		return n
	}
	aside := func(undone bool) {
		write(t, db, func(tx *store.Tx) error { return tx.AddEventAside(store.EventAside{Delivery: 1, Undone: undone}) })
	}
	if got := count(100); got != 6 {
		t.Errorf("got %d, want 6", got)
	}
	if got := count(4); got != 4 {
		t.Errorf("got %d, want no more than 4", got)
	}
	aside(false)
	if got := count(100); got != 5 {
		t.Errorf("one is set aside: got %d, want 5", got)
	}
	aside(true)
	if got := count(100); got != 6 {
		t.Errorf("and taken back: got %d, want 6", got)
	}
}
