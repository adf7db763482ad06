package transfer_test

import (
	"fmt"
	"strings"
	"testing"

	"transferdesk/internal/transfer"
)

func TestFailureBelongsToItsAttempt(t *testing.T) {
	twice := []transfer.Event{
		change("18 10:00:00", "", sent), change("19 10:00:00", sent, bounced), change("20 10:00:00", bounced, sent),
	}
	for _, tt := range []struct {
		name    string
		events  []transfer.Event
		want    string // code and attempt of each
		current string // the code that speaks today
	}{
		{"before any sent it is of none, and speaks while nothing was sent", []transfer.Event{
			change("18 10:00:00", "", process), failure("18 11:00:00", "A"),
		}, "A 0", "A"},
		{"a sent later than a minute leaves it behind", []transfer.Event{
			change("18 10:00:00", "", process), failure("18 11:00:00", "A"), change("18 11:01:01", process, sent),
		}, "A 0", ""},
		{"up to a minute before sent it is of that attempt", []transfer.Event{
			change("18 10:00:00", "", process), failure("18 11:00:00", "A"), change("18 11:01:00", process, sent),
		}, "A 1", "A"},
		{"after sent it is of that attempt", []transfer.Event{change("18 10:00:00", "", sent), failure("19 10:00:00", "A")}, "A 1", "A"},
		{"after the bounce it is of the attempt that bounced", append(twice[:2:2], failure("19 10:00:30", "A")), "A 1", "A"},
		{"a later attempt never shows an earlier failure", append(twice[:3:3], failure("19 09:59:59", "A")), "A 1", ""},
		{"each attempt has its own", append(twice[:3:3], failure("19 09:59:59", "A"), failure("21 10:00:00", "B")), "A 1, B 2", "B"},
		{"the last of the attempt speaks", append(twice[:1:1], failure("19 09:00:00", "A"), failure("19 09:00:01", "B")), "A 1, B 1", "B"},
		{"a bounce between keeps it from the attempt a few seconds on", []transfer.Event{
			change("18 10:00:00", "", sent), failure("18 11:00:00", "A"), change("18 11:00:00", sent, bounced), change("18 11:00:20", bounced, sent),
		}, "A 1", ""},
		{"before a bounce whose sent is missing it is the reason of that bounce", []transfer.Event{
			change("18 10:00:00", "", waiting), failure("18 11:00:00", "A"), change("18 12:00:00", sent, bounced),
		}, "A 1", "A"},
		{"also seconds after the last state that is held", []transfer.Event{
			change("18 10:00:00", "", converted), failure("18 10:00:20", "A"), change("18 12:00:00", sent, bounced),
		}, "A 1", "A"},
		{"before a bounce out of nowhere too", []transfer.Event{failure("18 11:00:00", "A"), change("18 12:00:00", process, bounced)}, "A 1", "A"},
		{"a second bounce whose sent is missing does not take the first one's reason", []transfer.Event{
			change("18 10:00:00", "", sent), failure("18 11:00:30", "A"), change("18 11:00:00", sent, bounced),
			change("18 11:00:05", bounced, process), change("20 10:00:00", sent, bounced),
		}, "A 1", ""},
		{"even one that follows within a minute has its own", []transfer.Event{
			change("18 10:00:00", "", sent), change("18 11:00:00", sent, bounced),
			change("18 11:00:05", bounced, process), change("18 11:00:20", sent, bounced), failure("18 11:00:20", "A"),
		}, "A 2", "A"},
		{"but has a reason that came between", []transfer.Event{
			change("18 10:00:00", "", sent), failure("18 11:00:00", "A"), change("18 11:00:00", sent, bounced),
			change("18 11:00:05", bounced, process), failure("20 09:00:00", "B"), change("20 10:00:00", sent, bounced),
		}, "A 1, B 2", "B"},
		{"alone it speaks", []transfer.Event{failure("18 11:00:00", "A")}, "A 0", "A"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts := fold(t, tt.events...)
			var got []string
			for _, f := range facts.Failures {
				got = append(got, fmt.Sprintf("%s %d", f.Code, f.Attempt))
			}
			if got := strings.Join(got, ", "); got != tt.want {
				t.Errorf("got %q, want %q (%s)", got, tt.want, story(facts))
			}
			if current, _ := facts.CurrentFailure(); current.Code != tt.current {
				t.Errorf("current: got %q, want %q", current.Code, tt.current)
			}
		})
	}
}

func TestFailureKeepsWiseDescription(t *testing.T) {
	silent, telling := failure("18 10:00:00", "A"), version(failure("18 10:00:00.250", "A"), "4.0.0")
	telling.Description = "Invalid recipient's account"
	facts := fold(t, silent, telling)
	if len(facts.Failures) != 1 || facts.Failures[0].Description != telling.Description {
		t.Errorf("got %+v", facts.Failures)
	}
	_, entries := transfer.Fold(id, deliver(silent, telling))
	if entries[0].Description != telling.Description {
		t.Errorf("entry: got %q", entries[0].Description)
	}
}

// TestATechnicalDelayThatIsOverIsNoProblemAnyMore: Wise has gone on, so that the
// transfer is not in the list of failed payouts.
func TestATechnicalDelayThatIsOverIsNoProblemAnyMore(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   transfer.Stage
	}{
		{"nothing came after it", []transfer.Event{change("18 10:00:00", "", process), failure("18 11:00:00", transfer.Retryable)}, transfer.StageFailed},
		{"sent within a minute", []transfer.Event{change("18 10:00:00", "", process), failure("18 11:00:00", transfer.Retryable), change("18 11:00:30", process, sent)}, transfer.StageFailed},
		{"it was converted after it", []transfer.Event{change("18 10:00:00", "", process), failure("18 11:00:00", transfer.Retryable), change("18 12:00:00", process, converted)}, transfer.StageNone},
		{"another failure stands all the same", []transfer.Event{change("18 10:00:00", "", process), failure("18 11:00:00", "A"), change("18 12:00:00", process, converted)}, transfer.StageFailed},
	} {
		facts := fold(t, tt.events...)
		if got := facts.Stage(); got != tt.want {
			t.Errorf("%s: the stage is %q, want %q", tt.name, got, tt.want)
		}
	}
}
