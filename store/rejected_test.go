package store_test

import (
	"testing"
	"time"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestOnlyTheNewestRejectionsAreKeptAndAllAreCounted(t *testing.T) {
	db := testkit.DB(t)
	at := time.Date(2026, 11, 18, 14, 3, 0, 0, time.UTC)
	for round := range 3 {
		rows := make([]store.Rejected, 600)
		for i := range rows {
			rows[i] = store.Rejected{At: at.Add(time.Duration(600*round+i) * time.Second), Reason: "signature_missing", Remote: "192.0.2.7", Headers: "{}", Bytes: int64(i)}
		}
		err := db.Write(t.Context(), store.LaneAct, func(tx *store.Tx) error {
			return tx.AddRejected(rows, map[string]int64{"signature_missing": 600, "body_too_large": 1}, at)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	err := db.Read(t.Context(), func(r *store.Reader) error {
		rows, err := r.Rejected(5000)
		if err != nil {
			return err
		}
		if len(rows) != store.MaxRejected || !rows[0].At.Equal(at.Add(1799*time.Second)) || rows[0].Remote != "192.0.2.7" {
			t.Errorf("%d rows, the newest %+v", len(rows), rows[0])
		}
		counts, err := r.RejectedCounts()
		if counts["signature_missing"] != 1800 || counts["body_too_large"] != 3 {
			t.Errorf("counted %v", counts)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
