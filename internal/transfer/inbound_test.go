package transfer_test

import (
	"testing"

	"transferdesk/internal/transfer"
)

func TestAnIncomingCreditMakesTheTransferInbound(t *testing.T) {
	for _, tt := range []struct {
		name     string
		events   []transfer.Event
		amount   string
		returned bool
	}{
		{"credited", []transfer.Event{incoming("18 10:00:00", "5", false)}, "5.00 EUR", false},
		{"credited, and paid out by its state", []transfer.Event{incoming("18 10:00:00", "5", false), change("18 10:00:00", process, sent)}, "5.00 EUR", false},
		{"returned later", []transfer.Event{incoming("18 10:00:00", "5", false), change("19 10:00:00", sent, refunded)}, "5.00 EUR", true},
		{"returned in the same second", []transfer.Event{incoming("18 10:00:00", "5", false), change("18 10:00:00", sent, refunded)}, "5.00 EUR", true},
		{"refunded before it was credited", []transfer.Event{incoming("18 10:00:00", "5", false), change("17 10:00:00", sent, refunded)}, "5.00 EUR", false},
		{"returned, and taken back", []transfer.Event{incoming("18 10:00:00", "5", false), change("19 10:00:00", sent, refunded), change("20 10:00:00", refunded, process)}, "5.00 EUR", false},
		{"what Wise spells out wins over what the message says", []transfer.Event{incoming("18 10:00:00", "5", false), incoming("18 10:00:00", "7.25", true)}, "5.00 EUR", false},
		{"only the message says it", []transfer.Event{incoming("18 10:00:00", "7.25", true)}, "7.25 EUR", false},
		{"the balance says what was credited", []transfer.Event{incoming("18 10:00:00", "7.25", true), credit("18 10:00:00", "5", 1, 0)}, "5.00 EUR", false},
		{"two credits say nothing", []transfer.Event{incoming("18 10:00:00", "7.25", true), credit("18 10:00:00", "5", 1, 0), credit("19 10:00:00", "6", 1, 0)}, "7.25 EUR", false},
		{"nobody says how much", []transfer.Event{incoming("18 10:00:00", "", true)}, "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := fold(t, tt.events...).Inbound
			if in == nil || in.Amount.String() != tt.amount || in.Returned() != tt.returned {
				t.Errorf("inbound %+v, want %q, returned %v", in, tt.amount, tt.returned)
			}
		})
	}
	for value, byMessage := range map[string]bool{"": true, "5": false} {
		events := []transfer.Event{incoming("18 10:00:00", "7.25", true)}
		if value != "" {
			events = append(events, credit("18 10:00:00", value, 1, 0))
		}
		if in := fold(t, events...).Inbound; in.ByMessage != byMessage || len(in.Evidence) != len(events) {
			t.Errorf("a credit of %q: by message %v, rests on %v", value, in.ByMessage, in.Evidence)
		}
	}
	if f := fold(t, change("18 10:00:00", process, sent), credit("18 10:00:00", "5", 1, 0)); f.Inbound != nil {
		t.Errorf("a balance credit alone makes it inbound: %+v", f.Inbound)
	}
}

func TestAReturnedPaymentToTheCustomerIsNoBouncedPayout(t *testing.T) {
	f := fold(t, incoming("18 10:00:00", "5", false), change("18 10:00:00", process, sent), change("19 10:00:00", sent, bounced))
	if f.Stage() != transfer.StageNone {
		t.Errorf("it stands under the returned payments as %s", f.Stage())
	}
}
