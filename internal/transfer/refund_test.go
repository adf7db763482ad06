package transfer_test

import (
	"strings"
	"testing"

	"transferdesk/internal/transfer"
)

func TestRefunds(t *testing.T) {
	for _, tt := range []struct {
		name     string
		events   []transfer.Event
		current  string // refunds that stand
		newer    string // refund whose state is still to come
		reopened string // state that took a refund back
	}{
		{"a refund with its state stands", []transfer.Event{
			change("18 10:00:00", "", refunded), refund("18 10:00:00", "5"),
		}, "5.00 EUR", "", ""},
		{"a refund before its state stands", []transfer.Event{
			change("18 10:00:00", "", cancelled), refund("18 10:00:00", "5"), change("18 11:00:00", cancelled, refunded),
		}, "5.00 EUR", "", ""},
		{"a refund after its state stands", []transfer.Event{
			change("18 10:00:00", "", refunded), refund("18 11:00:00", "5"),
		}, "5.00 EUR", "", ""},
		{"a refund newer than the last state waits for its state", []transfer.Event{
			change("18 10:00:00", "", bounced), refund("18 11:00:00", "5"),
		}, "5.00 EUR", "5.00 EUR", ""},
		{"a refund in the second of the last state is not older", []transfer.Event{
			change("18 10:00:00.9", "", bounced), refund("18 10:00:00.1", "5"),
		}, "5.00 EUR", "5.00 EUR", ""},
		{"a refund alone waits for its state", []transfer.Event{refund("18 11:00:00", "5")}, "5.00 EUR", "5.00 EUR", ""},
		{"a state after the refund takes it back", []transfer.Event{
			change("18 10:00:00", "", bounced), refund("18 11:00:00", "5"), change("18 12:00:00", bounced, process),
		}, "", "", "processing"},
		{"a state after funds_refunded takes it back", []transfer.Event{
			change("18 10:00:00", "", refunded), refund("18 10:00:00", "5"),
			change("18 12:00:00", refunded, process), change("18 13:00:00", process, sent),
		}, "", "", "processing"},
		{"funds_refunded left without any refund event is reopened", []transfer.Event{
			change("18 10:00:00", "", refunded), change("18 12:00:00", refunded, waiting),
		}, "", "", "incoming_payment_waiting"},
		{"previous_state is enough to know that it was refunded", []transfer.Event{
			change("18 10:00:00", "", process), change("18 12:00:00", refunded, process),
		}, "", "", "processing"},
		{"refunded again without a new refund event has no amount", []transfer.Event{
			change("18 10:00:00", "", refunded), refund("18 10:00:00", "5"),
			change("18 12:00:00", refunded, process), change("18 13:00:00", process, refunded),
		}, "", "", ""},
		{"refunded again has the amount of the later refund only", []transfer.Event{
			change("18 10:00:00", "", refunded), refund("18 10:00:00", "5"),
			change("18 12:00:00", refunded, process), change("18 13:00:00", process, refunded), refund("18 13:00:00", "4"),
		}, "4.00 EUR", "", ""},
		{"a refund that outran the way to its state stands", []transfer.Event{
			change("18 10:00:00", "", bounced), refund("18 10:00:05", "5"),
			change("18 10:00:06", bounced, process), change("18 10:00:07", process, cancelled), change("18 10:00:08", cancelled, refunded),
		}, "5.00 EUR", "", ""},
		{"a refund that outran its state is taken back when that is left", []transfer.Event{
			change("18 10:00:00", "", bounced), refund("18 10:00:05", "5"), change("18 10:01:00", bounced, process),
			change("18 10:02:00", process, refunded), change("18 10:03:00", refunded, process), change("18 10:04:00", process, refunded),
		}, "", "", ""},
		{"one taken back before a second refund does not count twice", []transfer.Event{
			change("18 10:00:00", "", bounced), refund("18 10:00:05", "5"),
			change("18 11:00:00", bounced, process), refund("18 12:00:00", "5"), change("18 12:00:01", process, refunded),
		}, "5.00 EUR", "", ""},
		{"a refund after the reopening waits for its state", []transfer.Event{
			change("18 10:00:00", "", refunded), change("18 12:00:00", refunded, process), refund("18 13:00:00", "5"),
		}, "5.00 EUR", "5.00 EUR", ""},
		{"two parts of a refund both stand", []transfer.Event{
			refund("18 10:00:00", "5"), refund("18 10:00:01", "3"), change("18 10:00:02", "", refunded),
		}, "5.00 EUR 3.00 EUR", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts := fold(t, tt.events...)
			var current []string
			for _, r := range facts.CurrentRefunds() {
				current = append(current, r.Amount.String())
			}
			if got := strings.Join(current, " "); got != tt.current {
				t.Errorf("current: got %q, want %q", got, tt.current)
			}
			if newer, _ := facts.NewerRefund(); newer.Amount.String() != tt.newer {
				t.Errorf("newer: got %q, want %q", newer.Amount, tt.newer)
			}
			if since, _ := facts.RefundReopened(); string(since.State) != tt.reopened {
				t.Errorf("reopened by %q, want %q", since.State, tt.reopened)
			}
		})
	}
}

func TestRefundKeepsTheMostDigits(t *testing.T) {
	for _, digits := range [][2]string{{"5", "5.000"}, {"5.000", "5"}} {
		facts := fold(t, version(refund("18 10:00:00", digits[0]), "2.0.0"), version(refund("18 10:00:00.1", digits[1]), "4.0.0"))
		if len(facts.Refunds) != 1 || facts.Refunds[0].Amount.String() != "5.000 EUR" {
			t.Errorf("%v: got %v", digits, facts.Refunds)
		}
	}
}
