package store_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestAnAnswerComesAfterTheCommit(t *testing.T) {
	db := testkit.DB(t)
	for n := range 50 {
		accept(t, db, fmt.Sprint("body ", n))
		if got := number(t, db.Path(), "SELECT count(*) FROM receipts"); got != n+1 {
			t.Fatalf("after %d answers another program sees %d receipts", n+1, got)
		}
	}
}

func TestOneBadRowDoesNotFailItsGroup(t *testing.T) {
	db := testkit.DB(t)
	release := holdWriter(t, db)
	bad := arrival("bad")
	bad.Source = "nowhere" // refused by a CHECK
	arrivals := []store.Arrival{arrival("one"), arrival("two"), bad, arrival("three")}
	errs := make([]error, len(arrivals))
	var all sync.WaitGroup
	for i, a := range arrivals {
		all.Go(func() { _, errs[i] = db.Accept(context.Background(), a) })
	}
	gather(t, db, store.LaneIngest, len(arrivals))
	release()
	all.Wait()
	for i, err := range errs {
		if failed := err != nil; failed != (i == 2) {
			t.Errorf("arrival %d: %v", i, err)
		}
	}
	if got := len(receipts(t, db)); got != 3 {
		t.Errorf("%d receipts, want 3", got)
	}
}

func TestARepeatedBodyDoesNotBreakItsGroup(t *testing.T) {
	var logged strings.Builder
	db := testkit.OpenDB(t, testkit.DBPath(t), store.Options{Log: slog.New(slog.NewTextHandler(&logged, nil))})
	release := holdWriter(t, db)
	bodies := []string{"before", "twice", "twice", "after"}
	var all sync.WaitGroup
	for n, body := range bodies {
		all.Go(func() { accept(t, db, body) })
		gather(t, db, store.LaneIngest, n+1)
	}
	release()
	all.Wait()
	closeDB(t, db)
	if logged.Len() > 0 {
		t.Errorf("the group did not go in one: %s", logged.String())
	}
	if got := number(t, db.Path(), "SELECT 10 * count(*) + count(DISTINCT delivery_id) FROM receipts"); got != 43 {
		t.Errorf("got %d, want 4 receipts of 3 bodies", got)
	}
}

func TestAnActThatFailsIsTakenBackAlone(t *testing.T) {
	db := testkit.DB(t)
	release := holdWriter(t, db)
	refused := errors.New("refused")
	var bad, good error
	var both sync.WaitGroup
	both.Go(func() {
		bad = db.Write(context.Background(), store.LaneAct, func(tx *store.Tx) error {
			_, err := tx.Accept(arrival("written, then taken back"))
			return errors.Join(err, refused)
		})
	})
	gather(t, db, store.LaneAct, 1)
	both.Go(func() {
		good = db.Write(context.Background(), store.LaneAct, func(tx *store.Tx) error {
			_, err := tx.Accept(arrival("kept"))
			return err
		})
	})
	gather(t, db, store.LaneAct, 2)
	release()
	both.Wait()
	if !errors.Is(bad, refused) || good != nil {
		t.Errorf("the refused act got %v, the other %v", bad, good)
	}
	if rows := receipts(t, db); len(rows) != 1 || string(rows[0].Body) != "kept" {
		t.Errorf("the journal holds %d receipts, want the kept one", len(rows))
	}
}

func TestAPanicInAWriteIsItsError(t *testing.T) {
	db := testkit.DB(t)
	err := db.Write(t.Context(), store.LaneProject, func(tx *store.Tx) error {
		if _, err := tx.Accept(arrival("before the panic")); err != nil {
			return err
		}
		panic("poison")
	})
	if err == nil || !strings.Contains(err.Error(), "poison") {
		t.Errorf("got %v, want the panic", err)
	}
	accept(t, db, "the writer lives on")
	if got := len(receipts(t, db)); got != 1 {
		t.Errorf("%d receipts, want 1", got)
	}
}

func TestAFullQueueIsRefusedAndWhatWaitsIsKept(t *testing.T) {
	db := testkit.DB(t)
	release := holdWriter(t, db)
	gone, hangUp := context.WithCancel(context.Background())
	hangUp()
	room := store.LaneRoom(store.LaneIngest)
	for n := range room {
		if _, err := db.Accept(gone, arrival(fmt.Sprint("waiting ", n))); fault.KindOf(err) != fault.Unavailable {
			t.Fatalf("a caller that hung up got %v", err)
		}
	}
	_, err := db.Accept(t.Context(), arrival("one too many"))
	if fault.KindOf(err) != fault.Unavailable || !strings.Contains(err.Error(), "busy") {
		t.Errorf("got %v, want Unavailable because it is busy", err)
	}
	release()
	for _, err = db.Accept(t.Context(), arrival("room again")); err != nil && db.Waiting(store.LaneIngest) > 0; {
		_, err = db.Accept(t.Context(), arrival("room again"))
	}
	if err != nil {
		t.Errorf("with room again: %v", err)
	}
	if got := len(receipts(t, db)); got != room+1 {
		t.Errorf("%d receipts, want %d", got, room+1)
	}
}

func TestWhatWaitsWhenTheDatabaseClosesIsCommitted(t *testing.T) {
	path := testkit.DBPath(t)
	db := testkit.OpenDB(t, path, store.Options{})
	release := holdWriter(t, db)
	var all sync.WaitGroup
	for n := range 20 {
		all.Go(func() {
			if _, err := db.Accept(context.Background(), arrival(fmt.Sprint("body ", n))); err != nil {
				t.Errorf("a delivery that waited: %v", err)
			}
		})
	}
	gather(t, db, store.LaneIngest, 20)
	all.Go(func() { closeDB(t, db) })
	release()
	all.Wait()
	if got := number(t, path, "SELECT count(*) FROM deliveries"); got != 20 {
		t.Errorf("%d deliveries, want 20", got)
	}
}

func TestDeliveriesGoBeforeActs(t *testing.T) {
	db := testkit.DB(t)
	release := holdWriter(t, db)
	var order []store.Lane // only the writer's goroutine appends
	var all sync.WaitGroup
	for _, lane := range []store.Lane{store.LaneAct, store.LaneIngest} {
		all.Go(func() {
			_ = db.Write(context.Background(), lane, func(*store.Tx) error {
				order = append(order, lane)
				return nil
			})
		})
		gather(t, db, lane, 1)
	}
	release()
	all.Wait()
	if fmt.Sprint(order) != fmt.Sprint([]store.Lane{store.LaneIngest, store.LaneAct}) {
		t.Errorf("the order was %v", order)
	}
}

func TestTheProjectorGetsItsTurnsUnderConstantIngest(t *testing.T) {
	db := testkit.DB(t)
	ctx, stop := context.WithCancel(t.Context())
	var senders sync.WaitGroup
	for sender := range 32 {
		senders.Go(func() {
			for n := 0; ctx.Err() == nil; n++ {
				_, _ = db.Accept(ctx, arrival(fmt.Sprint(sender, " ", n)))
			}
		})
	}
	turns := 0
	for begun := time.Now(); time.Since(begun) < 2*time.Second; turns++ {
		if err := db.Write(ctx, store.LaneProject, func(*store.Tx) error { return nil }); err != nil {
			t.Errorf("turn %d: %v", turns, err)
		}
	}
	stop()
	senders.Wait()
	if turns < 4 {
		t.Errorf("%d turns in two seconds, want at least 4", turns)
	}
}
