package store_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestTroubleLeavesTheLastAnswerAndStandsBesideIt(t *testing.T) {
	db := testkit.DB(t)
	at := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	down := &store.Trouble{Kind: "down", Status: 503, Text: "Wise did not answer.", TraceID: "t-2"}
	keep := func(a store.WiseAnswer) {
		t.Helper()
		a.Kind, a.ID = store.OfEstimate, 7
		if err := db.Write(context.Background(), store.LaneAct, func(tx *store.Tx) error { return tx.SaveWiseAnswer(a) }); err != nil {
			t.Fatal(err)
		}
	}
	held := func() (told store.Told[string]) {
		t.Helper()
		if err := db.Read(context.Background(), func(r *store.Reader) (err error) {
			told, err = store.ToldOf[string](r, store.OfEstimate, 7)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return told
	}
	if diff := cmp.Diff(store.Told[string]{}, held()); diff != "" {
		t.Errorf("what was never asked for (-want +got):\n%s", diff)
	}
	keep(store.WiseAnswer{TriedAt: at, Trouble: down, RetryAt: at.Add(time.Minute)})
	if diff := cmp.Diff(store.Told[string]{TriedAt: at, Trouble: down, RetryAt: at.Add(time.Minute)}, held()); diff != "" {
		t.Errorf("only trouble (-want +got):\n%s", diff)
	}
	keep(store.WiseAnswer{TriedAt: at.Add(time.Hour), FetchedAt: at.Add(time.Hour), Value: []byte(`"soon"`)})
	answered := store.Told[string]{Value: "soon", Known: true, At: at.Add(time.Hour), TriedAt: at.Add(time.Hour)}
	if diff := cmp.Diff(answered, held()); diff != "" {
		t.Errorf("answered (-want +got):\n%s", diff)
	}
	keep(store.WiseAnswer{TriedAt: at.Add(2 * time.Hour), Trouble: down})
	answered.TriedAt, answered.Trouble = at.Add(2*time.Hour), down
	if diff := cmp.Diff(answered, held()); diff != "" {
		t.Errorf("answered, then trouble (-want +got):\n%s", diff)
	}
}
