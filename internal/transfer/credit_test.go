package transfer_test

import (
	"slices"
	"testing"

	"transferdesk/internal/transfer"

	"pgregory.net/rapid"
)

// named gives an update the reference of no transfer.
func named(e transfer.Event, reference string) transfer.Event {
	m := *e.Movement
	m.Reference, e.Movement, e.Transfer = reference, &m, 0
	return e
}

func TestACreditAndAnUpdateOfTheSameMoneyAreOneMovement(t *testing.T) {
	const at = "18 10:00:00"
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   int
	}{
		{"both types", []transfer.Event{credited(at, "5", "9"), credit(at, "5", 1, 0)}, 1},
		{"with the same rest", []transfer.Event{credited(at, "5", "9"), left(credit(at, "5", 1, 4), "9.00")}, 1},
		{"with another rest", []transfer.Event{credited(at, "5", "9"), left(credit(at, "5", 1, 4), "12")}, 2},
		{"a reference that names no transfer", []transfer.Event{credited(at, "5.00", "9"), named(credit(at, "5", 1, 0), "BNK-1")}, 1},
		{"a debit", []transfer.Event{credited(at, "5", "9"), debit(at, "5", 1, 0)}, 2},
		{"another amount", []transfer.Event{credited(at, "5", "9"), credit(at, "5.01", 1, 0)}, 2},
		{"another second", []transfer.Event{credited(at, "5", "9"), credit("18 10:00:01", "5", 1, 0)}, 2},
		{"another profile", []transfer.Event{credited(at, "5", "9"), owner(credit(at, "5", 1, 0), 77, 0)}, 2},
		{"the same second in milliseconds", []transfer.Event{credited(at, "5", "9"), credit("18 10:00:00.7", "5", 1, 0)}, 1},
		{"two payments of one amount", []transfer.Event{
			credited(at, "5", "9"), credited(at, "5", "14"), named(credit(at, "5", 1, 0), "BNK-1"), named(credit(at, "5", 1, 0), "BNK-2"),
		}, 2},
		{"two payments, of which one is told once", []transfer.Event{credited(at, "5", "9"), credited(at, "5", "14"), credit(at, "5", 1, 0)}, 2},
		{"each comes from two subscriptions", []transfer.Event{credited(at, "5", "9"), credited(at, "5", "9"), credit(at, "5", 1, 0), version(credit(at, "5", 1, 0), "4.0.0")}, 1},
		{"no time of its own", []transfer.Event{bySent(credited(at, "5", "9")), credit(at, "5", 1, 0)}, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, entries := transfer.Fold(0, deliver(tt.events...))
			if len(entries) != tt.want {
				t.Errorf("%d movements, want %d", len(entries), tt.want)
			}
			last := tt.events[len(tt.events)-1]
			if len(tt.events) == 2 && transfer.IsCopy(tt.events[:1], last) != (tt.want == 1) {
				t.Errorf("the second body is a copy: %v", tt.want != 1)
			}
		})
	}
}

func TestTheMovementHasWhatBothTypesSay(t *testing.T) {
	events := deliver(credited("18 10:00:00", "5", "9"), credit("18 10:00:00", "5.0", 3, 4))
	for _, order := range [][]transfer.Event{events, {events[1], events[0]}} {
		_, entries := transfer.Fold(0, order)
		e := entries[0]
		if e.Kind != transfer.BalanceUpdate || e.Transfer != id || e.Movement.BalanceID != 3 || e.Movement.AccountID != 8 ||
			e.Movement.BalanceAfter.String() != "9.00 EUR" || len(e.Sources) != 2 {
			t.Errorf("the movement is %+v, %+v", e.Event, *e.Movement)
		}
	}
}

// TestMovementsAreAsManyAsPayments: whatever the order and however often each is
// told, so many payments of one amount are so many movements.
func TestMovementsAreAsManyAsPayments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "payments")
		var events []transfer.Event
		for i := range n {
			rest := []string{"10", "20", "30", "40"}[i]
			update := named(left(credit("18 10:00:00", "5", 1, int64(i+1)), rest), "BNK-"+rest)
			credit := credited("18 10:00:00", "5", rest)
			events = append(events, rapid.SampledFrom([][]transfer.Event{{update}, {credit}, {update, credit}, {credit, credit, update}}).Draw(t, "told")...)
		}
		order := deliver(rapid.Permutation(events).Draw(t, "order")...)
		_, entries := transfer.Fold(0, order)
		if len(entries) != n {
			t.Fatalf("%d movements of %d payments", len(entries), n)
		}
		slices.Reverse(order)
		if _, again := transfer.Fold(0, order); len(again) != n {
			t.Fatalf("the other way round: %d movements of %d payments", len(again), n)
		}
	})
}
