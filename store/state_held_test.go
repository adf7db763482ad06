package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/evidence"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

func TestTheStatesHeldSayWhetherTheyWereSeenAndWhoIsNotKnown(t *testing.T) {
	db := testkit.DB(t)
	write(t, db, func(tx *store.Tx) error {
		for _, f := range []transfer.Facts{
			{Transfer: 7, LastAt: noon, Visits: []transfer.Visit{{State: "processing", At: noon.Add(-time.Hour), Evidence: evidence.IDs{1}}}},
			{Transfer: 8, LastAt: noon, Visits: []transfer.Visit{{State: "processing", At: noon.Add(-time.Hour)}, {State: "cancelled", At: noon, Seen: true, Gap: true}}},
			{Transfer: 9},
		} {
			row := store.TransferRow{Facts: f, Deliveries: evidence.IDs{1}}
			if err := row.Pack(); err != nil {
				return err
			}
			if err := tx.SaveTransfer(store.Live, row); err != nil {
				return err
			}
		}
		return nil
	})
	read(t, db, func(r *store.Reader) error {
		got, err := r.StatesHeld([]int64{7, 8, 9, 10, 7})
		want := map[int64]store.StateHeld{
			7: {State: "processing", At: noon.Add(-time.Hour), LastAt: noon},
			8: {State: "cancelled", Seen: true, At: noon, LastAt: noon},
			9: {},
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("(-want +got)\n%s", d)
		}
		if none, err := r.StatesHeld(nil); err != nil || len(none) != 0 {
			t.Errorf("of no transfer: %v, %v", none, err)
		}
		return err
	})
}
