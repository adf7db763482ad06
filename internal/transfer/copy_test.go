package transfer_test

import (
	"testing"

	"transferdesk/internal/transfer"
)

func TestCopies(t *testing.T) {
	first := change("18 10:00:00", process, sent)
	for _, tt := range []struct {
		name string
		held []transfer.Event
		next transfer.Event
		copy bool
	}{
		{"another version of the same event is a copy", []transfer.Event{first}, version(change("18 10:00:00.123", process, sent), "4.0.0"), true},
		{"the same body again is a copy", []transfer.Event{first}, first, true},
		{"a second later it is another event", []transfer.Event{first}, change("18 10:00:01", process, sent), false},
		{"another previous state is another event", []transfer.Event{first}, change("18 10:00:00", converted, sent), false},
		{"another failure code is another event", []transfer.Event{failure("18 10:00:00", "A")}, failure("18 10:00:00", "B"), false},
		{"a refund of the same amount with other digits is a copy", []transfer.Event{refund("18 10:00:00", "5000")}, refund("18 10:00:00", "5000.00"), true},
		{"a refund of another amount is another event", []transfer.Event{refund("18 10:00:00", "5000")}, refund("18 10:00:00", "5000.01"), false},
		{"the same words placed by sent_at beside it are a copy", []transfer.Event{first}, bySent(change("18 10:00:07", process, sent)), true},
		{"also when the one with the time comes second", []transfer.Event{bySent(change("18 10:00:07", process, sent))}, first, true},
		{"also when sent_at is before the time", []transfer.Event{first}, bySent(change("18 09:59:00", process, sent)), true},
		{"not when something else happened between", []transfer.Event{first, change("18 10:00:03", sent, bounced)}, bySent(change("18 10:00:07", process, sent)), false},
		{"something else in the same second is not between", []transfer.Event{first, change("18 10:00:00", sent, bounced)}, bySent(change("18 10:00:07", process, sent)), true},
		{"a failure placed by sent_at in a later attempt is another", []transfer.Event{
			change("18 09:00:00", "", sent), failure("18 10:00:00", "A"), change("18 11:00:00", sent, bounced), change("18 12:00:00", bounced, sent),
		}, bySent(failure("18 13:00:00", "A")), false},
		{"in the same attempt it is a copy", []transfer.Event{change("18 09:00:00", "", sent), failure("18 10:00:00", "A")}, bySent(failure("18 10:00:09", "A")), true},
		{"a refund placed by sent_at after funds_refunded was left is another", []transfer.Event{
			refund("18 09:00:00", "5"), change("18 09:00:00", "", refunded), change("18 10:00:00", refunded, process),
		}, bySent(refund("18 11:00:00", "5")), false},
		{"the same snapshot twice running is a copy", []transfer.Event{cases("18 10:00:00", "a", "b")}, cases("18 10:00:04", "b", "a"), true},
		{"the same snapshot in other letters is a copy", []transfer.Event{cases("18 10:00:00", "a")}, cases("18 10:00:04", "A"), true},
		{"the same snapshot after another is news", []transfer.Event{cases("18 10:00:00", "a"), cases("18 10:01:00")}, cases("18 10:02:00", "a"), false},
		{"a movement without step is a copy of the one with", []transfer.Event{debit("18 10:00:00", "5", 1, 4)}, debit("18 10:00:00", "5", 1, 0), true},
		{"a movement without balance is a copy of the one with", []transfer.Event{debit("18 10:00:00", "5", 1, 4)}, debit("18 10:00:00", "5", 0, 0), true},
		{"another step is another movement", []transfer.Event{debit("18 10:00:00", "5", 1, 4)}, debit("18 10:00:00", "5", 1, 5), false},
		{"another balance is another movement", []transfer.Event{debit("18 10:00:00", "5", 1, 0)}, debit("18 10:00:00", "5", 2, 0), false},
		{"a second step is news although the stepless body fits both", []transfer.Event{
			debit("18 10:00:00", "5", 1, 0), debit("18 10:00:00", "5", 1, 5),
		}, debit("18 10:00:00", "5", 1, 4), false},
		{"another step is another movement also where sent_at places it", []transfer.Event{debit("18 10:00:00", "5", 1, 4)}, bySent(debit("18 10:00:00", "5", 1, 5)), false},
		{"a credit is no copy of a debit", []transfer.Event{debit("18 10:00:00", "5", 1, 4)}, credit("18 10:00:00", "5", 1, 4), false},
		{"without any time the same words are a copy", []transfer.Event{byNothing(first)}, version(byNothing(first), "4.0.0"), true},
		{"without any time other words are another event", []transfer.Event{byNothing(first)}, byNothing(change("18 10:00:00", sent, bounced)), false},
		{"nothing is a copy of nothing held", nil, first, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := deliver(append(tt.held[:len(tt.held):len(tt.held)], tt.next)...)
			if got := transfer.IsCopy(all[:len(tt.held)], all[len(tt.held)]); got != tt.copy {
				t.Errorf("got %v, want %v", got, tt.copy)
			}
		})
	}
}

func TestCopiesOfAMovementThatNamesNoTransfer(t *testing.T) {
	topUp := func(profile int64) transfer.Event {
		e := owner(credit("18 10:00:00", "5", 1, 1), profile, 0)
		e.Transfer, e.Movement.Reference = 0, "BNK-1234567"
		return e
	}
	held := deliver(topUp(7))
	if transfer.IsCopy(held, topUp(8)) {
		t.Error("movements of two profiles are two")
	}
	if !transfer.IsCopy(held, version(topUp(7), "4.0.0")) {
		t.Error("one movement is one in every version")
	}
	if named := owner(credit("18 10:00:00", "5", 1, 1), 7, 0); !transfer.IsCopy(deliver(named), owner(named, 8, 0)) {
		t.Error("where the transfer is named the profile does not tell movements apart")
	}
}

func TestMovementsPutTogetherWhatVersionsTell(t *testing.T) {
	old, recent := debit("18 10:00:00", "5", 0, 0), debit("18 10:00:00.5", "5.00", 111, 4)
	old.Movement.Channel, recent.Movement.BalanceAfter = "TRANSFER", amount("95", "EUR")
	facts := fold(t, old, recent)
	if len(facts.Movements) != 1 {
		t.Fatalf("got %d movements, want 1", len(facts.Movements))
	}
	m := facts.Movements[0]
	if m.BalanceID != 111 || m.StepID != 4 || m.Channel != "TRANSFER" || m.BalanceAfter.String() != "95.00 EUR" || m.Amount.Digits() != 2 {
		t.Errorf("got %+v", m)
	}
	if a, ok := facts.Amount(); !ok || a.String() != "5.00 EUR" {
		t.Errorf("amount: got %v, %v", a, ok)
	}
	if a, ok := fold(t, debit("18 10:00:00", "5", 1, 1), debit("18 10:00:00", "5", 1, 2)).Amount(); ok {
		t.Errorf("two debits are no amount: got %v", a)
	}
	if a, ok := fold(t, credit("18 10:00:00", "5", 1, 1)).Amount(); ok {
		t.Errorf("a credit is no amount sent: got %v", a)
	}
}
