package transfer_test

import (
	"fmt"
	"strings"
	"testing"

	"transferdesk/internal/transfer"
)

// legsOf prints the legs of a history: name, code, from, to.
func legsOf(events ...transfer.Event) string {
	facts, _ := transfer.Fold(1, events)
	var out []string
	for _, l := range facts.Legs() {
		to := "open"
		if l.Done {
			to = l.To.Format("02 15:04")
		}
		out = append(out, strings.TrimSpace(fmt.Sprint(l.Name, " ", l.Code))+" "+l.From.Format("02 15:04")+" "+to)
	}
	return strings.Join(out, "; ")
}

func TestLegsAreThoseOfEveryAttempt(t *testing.T) {
	start, out := change("16 10:00:00", "", waiting), change("16 11:00:00", waiting, sent)
	back := change("17 11:00:00", sent, bounced)
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   string
	}{
		{"created", []transfer.Event{start}, "created_sent 16 10:00 open"},
		{"without its creation", []transfer.Event{change("16 10:00:00", waiting, process)}, ""},
		{"cancelled before it was sent", []transfer.Event{start, change("16 11:00:00", waiting, cancelled)}, ""},
		{"paid out", []transfer.Event{start, out}, "created_sent 16 10:00 16 11:00; sent_bounced 16 11:00 open"},
		{"back", []transfer.Event{start, out, back}, "created_sent 16 10:00 16 11:00; sent_bounced 16 11:00 17 11:00; bounced_refunded 17 11:00 open"},
		{"back with a reason", []transfer.Event{start, out, failure("17 10:59:00", "WRONG_NAME"), back},
			"created_sent WRONG_NAME 16 10:00 16 11:00; sent_bounced WRONG_NAME 16 11:00 17 11:00; bounced_refunded WRONG_NAME 17 11:00 open"},
		{"cancelled after it came back", []transfer.Event{start, out, back, change("18 11:00:00", bounced, cancelled)},
			"created_sent 16 10:00 16 11:00; sent_bounced 16 11:00 17 11:00; bounced_refunded 17 11:00 open"},
		{"refunded", []transfer.Event{start, out, back, change("18 11:00:00", bounced, cancelled), change("19 11:00:00", cancelled, refunded)},
			"created_sent 16 10:00 16 11:00; sent_bounced 16 11:00 17 11:00; bounced_refunded 17 11:00 19 11:00"},
		{"charged back", []transfer.Event{start, out, back, change("18 11:00:00", bounced, transfer.ChargedBack)},
			"created_sent 16 10:00 16 11:00; sent_bounced 16 11:00 17 11:00"},
		{"paid out again and refunded without a return", []transfer.Event{start, out, back, change("18 11:00:00", bounced, sent), change("19 11:00:00", sent, refunded)},
			"created_sent 16 10:00 16 11:00; sent_bounced 16 11:00 17 11:00"},
		{"paid out again and back again", []transfer.Event{start, out, back, change("18 11:00:00", bounced, sent), change("19 11:00:00", sent, bounced), change("20 11:00:00", bounced, refunded)},
			"created_sent 16 10:00 16 11:00; sent_bounced 16 11:00 17 11:00; sent_bounced 18 11:00 19 11:00; bounced_refunded 19 11:00 20 11:00"},
		{"a return without its own time", []transfer.Event{start, out, bySent(back)}, "created_sent 16 10:00 16 11:00"},
		{"a return that only a later event names", []transfer.Event{start, out, change("18 11:00:00", bounced, refunded)}, "created_sent 16 10:00 16 11:00"},
	} {
		if got := legsOf(tt.events...); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
