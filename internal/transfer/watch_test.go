package transfer_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/transfer"
)

// watchesOf prints the watches of a history: kind, code, since.
func watchesOf(events ...transfer.Event) string {
	facts, _ := transfer.Fold(1, events)
	var out []string
	for _, w := range facts.Watches() {
		one := strings.TrimSpace(fmt.Sprint(w.Kind, " ", w.Code)) + " " + w.Since.Format("02 15:04")
		if w.AtLeast {
			one += " at least"
		}
		out = append(out, one)
	}
	return strings.Join(out, "; ")
}

func TestWhatIsWatchedOfATransfer(t *testing.T) {
	start, out := change("16 10:00:00", "", waiting), change("16 11:00:00", waiting, sent)
	back, off := change("17 11:00:00", sent, bounced), change("18 11:00:00", bounced, cancelled)
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   string
	}{
		{"waiting, then announced", []transfer.Event{start, change("16 11:00:00", waiting, initiated)}, "unfunded 16 10:00"},
		{"in process", []transfer.Event{start, change("16 11:00:00", waiting, process)}, "unsent 16 10:00"},
		{"in process, the beginning is missing", []transfer.Event{change("16 11:00:00", waiting, process)}, "unsent 16 11:00 at least; gap 16 11:00"},
		{"paid out", []transfer.Event{start, out}, ""},
		{"taken back", []transfer.Event{start, out, change("17 11:00:00", sent, process)}, "unsent 01 00:00"},
		{"back", []transfer.Event{start, out, failure("17 10:59:00", "WRONG_NAME"), back}, "unrefunded WRONG_NAME 17 11:00"},
		{"back, by the time of sending", []transfer.Event{start, out, bySent(back)}, "unrefunded 17 11:00 at least"},
		{"back and in process", []transfer.Event{start, out, back, change("18 11:00:00", bounced, process)}, "unrefunded 17 11:00"},
		{"back and cancelled", []transfer.Event{start, out, back, off}, "unrefunded 17 11:00; cancelled_unrefunded 18 11:00"},
		{"back, paid out again", []transfer.Event{start, out, back, change("18 11:00:00", bounced, sent)}, ""},
		{"back, paid out again and cancelled", []transfer.Event{start, out, back, change("18 11:00:00", bounced, sent), change("19 11:00:00", sent, cancelled)}, "cancelled_unrefunded 19 11:00"},
		{"refunded by both", []transfer.Event{start, out, back, off, change("19 11:00:00", cancelled, refunded), refund("19 11:00:00", "5")}, ""},
		{"refunded by the state alone", []transfer.Event{start, out, back, off, change("19 11:00:00", cancelled, refunded)}, "refund_event_missing 19 11:00"},
		{"refunded by the event alone", []transfer.Event{start, out, back, off, refund("19 11:00:00", "5")}, "refund_state_missing 19 11:00"},
		{"refunded less", []transfer.Event{start, debit("16 10:01:00", "6", 1, 1), out, back, change("19 11:00:00", bounced, refunded), refund("19 11:00:00", "5")}, "refund_differs 19 11:00"},
		{"refunded the same", []transfer.Event{start, debit("16 10:01:00", "5.00", 1, 1), out, back, change("19 11:00:00", bounced, refunded), refund("19 11:00:00", "5")}, ""},
		{"retrying", []transfer.Event{start, out, failure("17 11:00:00", transfer.Retryable)}, "retrying TECHNICAL_ISSUE_RETRYABLE 17 11:00"},
		{"retried, and back", []transfer.Event{start, out, failure("17 10:00:00", transfer.Retryable), back}, "unrefunded TECHNICAL_ISSUE_RETRYABLE 17 11:00"},
		{"charged back", []transfer.Event{start, out, back, change("18 11:00:00", bounced, charged)}, ""},
		{"cancelled unfunded", []transfer.Event{start, change("18 11:00:00", waiting, cancelled)}, ""},
		{"an event is missing", []transfer.Event{start, change("16 11:00:00", converted, sent)}, "gap 16 11:00"},
	} {
		if got := watchesOf(tt.events...); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestDueIsExactToTheMicrosecond(t *testing.T) {
	at := time.Date(2026, 11, 20, 10, 0, 0, 5000, time.UTC)
	w := transfer.Watch{Kind: transfer.WatchUnsent, Since: at}
	for _, tt := range []struct {
		name string
		due  transfer.Due
		want bool
	}{
		{"at its moment", transfer.Due{Kind: w.Kind, Before: at}, true},
		{"a microsecond before it", transfer.Due{Kind: w.Kind, Before: at.Add(-time.Microsecond)}, false},
		{"none is due", transfer.Due{Kind: w.Kind}, false},
		{"another kind", transfer.Due{Kind: transfer.WatchGap, Before: at}, false},
		{"not later than After", transfer.Due{Kind: w.Kind, Before: at, After: at}, false},
		{"later than After", transfer.Due{Kind: w.Kind, Before: at, After: at.Add(-time.Microsecond)}, true},
		{"another code's moment", transfer.Due{Kind: w.Kind, Before: at, ByCode: map[string]time.Time{"X": {}}}, true},
		{"its code's moment", transfer.Due{Kind: w.Kind, Before: at, ByCode: map[string]time.Time{"": at.Add(-time.Second)}}, false},
	} {
		if got := tt.due.Takes(w); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
	if (transfer.Due{Before: at}).Takes(transfer.Watch{}) {
		t.Error("a watch whose beginning is not known is due")
	}
}
