package transfer_test

import (
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"

	"github.com/google/go-cmp/cmp"
)

// story writes the visits in one line: each state with its attempt, and what is
// odd about it.
func story(f transfer.Facts) string {
	var parts []string
	for _, v := range f.Visits {
		part := string(v.State) + " " + string(rune('0'+v.Attempt))
		if v.Gap {
			part += " gap"
		}
		if v.Rollback {
			part += " rollback"
		}
		if v.BySent {
			part += " by sent"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " > ")
}

func TestVisits(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   string
	}{
		{"the happy path has one attempt and no gap", []transfer.Event{
			change("18 10:00:00", "", waiting), change("18 10:01:00", waiting, process),
			change("18 10:02:00", process, converted), change("18 10:03:00", converted, sent),
		}, "incoming_payment_waiting 0 > processing 0 > funds_converted 0 > outgoing_payment_sent 1"},
		{"the problem flow of the seeds is no rollback", []transfer.Event{
			change("18 10:00:00", "", sent), change("19 10:00:00", sent, bounced), change("19 10:01:00", bounced, process),
			change("19 10:02:00", process, cancelled), change("19 10:03:00", cancelled, refunded),
		}, "outgoing_payment_sent 1 > bounced_back 1 > processing 1 > cancelled 1 > funds_refunded 1"},
		{"sent again after a bounce is the second attempt and no rollback", []transfer.Event{
			change("18 10:00:00", "", sent), change("19 10:00:00", sent, bounced), change("20 10:00:00", bounced, sent),
		}, "outgoing_payment_sent 1 > bounced_back 1 > outgoing_payment_sent 2"},
		{"a payout taken back is a rollback, and sent again is a new attempt", []transfer.Event{
			change("18 10:00:00", "", sent), change("18 11:00:00", sent, process), change("18 12:00:00", process, sent),
		}, "outgoing_payment_sent 1 > processing 1 rollback > outgoing_payment_sent 2"},
		{"out of cancelled is a rollback", []transfer.Event{
			change("18 10:00:00", "", cancelled), change("18 11:00:00", cancelled, waiting),
		}, "cancelled 0 > incoming_payment_waiting 0 rollback"},
		{"out of funds_refunded is a rollback", []transfer.Event{
			change("18 10:00:00", "", refunded), change("18 11:00:00", refunded, cancelled),
		}, "funds_refunded 0 > cancelled 0 rollback"},
		{"a chargeback may follow any state", []transfer.Event{
			change("18 10:00:00", "", refunded), change("18 11:00:00", refunded, charged),
		}, "funds_refunded 0 > charged_back 0"},
		{"a state that is not known never ranks", []transfer.Event{
			change("18 10:00:00", "", sent), change("18 11:00:00", sent, "on_hold"), change("18 12:00:00", "on_hold", process),
			change("18 13:00:00", process, unknown), change("18 14:00:00", unknown, waiting),
		}, "outgoing_payment_sent 1 > on_hold 1 > processing 1 > unknown 1 > incoming_payment_waiting 1"},
		{"a first event with a previous state has a gap before it", []transfer.Event{
			change("18 10:00:00", waiting, process),
		}, "processing 0 gap"},
		{"a previous_state that disagrees is a gap", []transfer.Event{
			change("18 10:00:00", "", waiting), change("18 11:00:00", converted, sent),
		}, "incoming_payment_waiting 0 > outgoing_payment_sent 1 gap"},
		{"a missing bounce is no rollback", []transfer.Event{
			change("18 10:00:00", "", sent), change("18 11:00:00", bounced, process),
		}, "outgoing_payment_sent 1 > processing 1 gap"},
		{"a rollback is said also over a gap", []transfer.Event{
			change("18 10:00:00", "", waiting), change("18 11:00:00", sent, process),
		}, "incoming_payment_waiting 0 > processing 1 gap rollback"},
		{"a bounce whose sent is missing was sent once", []transfer.Event{
			change("18 10:00:00", "", waiting), change("18 11:00:00", sent, bounced),
		}, "incoming_payment_waiting 0 > bounced_back 1 gap"},
		{"a bounce out of nowhere was sent once", []transfer.Event{
			change("18 11:00:00", process, bounced),
		}, "bounced_back 1 gap"},
		{"sent from a bounce that is missing is the second attempt", []transfer.Event{
			change("18 11:00:00", bounced, sent),
		}, "outgoing_payment_sent 2 gap"},
		{"sent from a bounce while sent is held is the second attempt", []transfer.Event{
			change("18 10:00:00", "", sent), change("19 10:00:00", bounced, sent),
		}, "outgoing_payment_sent 1 > outgoing_payment_sent 2 gap"},
		{"a second sent while sent is held is no new attempt", []transfer.Event{
			change("18 10:00:00", "", converted), change("18 10:00:01", converted, sent), change("18 10:00:09", converted, sent),
		}, "funds_converted 0 > outgoing_payment_sent 1 > outgoing_payment_sent 1 gap"},
		{"sent from sent is more of the same visit", []transfer.Event{
			change("18 10:00:00", "", sent), change("18 10:00:09", sent, sent),
		}, "outgoing_payment_sent 1"},
		{"a bounce reported twice is no new attempt", []transfer.Event{
			change("18 10:00:00", "", sent), change("19 10:00:00", sent, bounced), change("19 10:00:09", sent, bounced),
		}, "outgoing_payment_sent 1 > bounced_back 1 > bounced_back 1 gap"},
		{"a second bounce whose sent is missing is of the second attempt", []transfer.Event{
			change("18 10:00:00", "", sent), change("19 10:00:00", sent, bounced),
			change("19 11:00:00", bounced, process), change("20 10:00:00", sent, bounced),
		}, "outgoing_payment_sent 1 > bounced_back 1 > processing 1 > bounced_back 2 gap"},
		{"back from a chargeback to the happy path is a rollback", []transfer.Event{
			change("18 10:00:00", "", charged), change("19 10:00:00", charged, process),
		}, "charged_back 0 > processing 0 rollback"},
		{"a chargeback that ends in a refund is none", []transfer.Event{
			change("18 10:00:00", "", charged), change("19 10:00:00", charged, refunded),
		}, "charged_back 0 > funds_refunded 0"},
		{"a payment that came back and waits for its money again is a rollback", []transfer.Event{
			change("18 10:00:00", "", sent), change("19 10:00:00", sent, bounced), change("20 10:00:00", bounced, waiting),
		}, "outgoing_payment_sent 1 > bounced_back 1 > incoming_payment_waiting 1 rollback"},
		{"without events there is nothing", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := story(fold(t, tt.events...)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestOrderInsideASecond(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   string
	}{
		{"follows previous_state and not the fraction", []transfer.Event{
			change("18 10:00:00", "", waiting),
			change("18 10:01:00.100", process, converted), change("18 10:01:00.900", waiting, process), change("18 10:01:00", converted, sent),
		}, "incoming_payment_waiting 0 > processing 0 > funds_converted 0 > outgoing_payment_sent 1"},
		{"begins with the creation", []transfer.Event{
			change("18 10:00:00", waiting, process), change("18 10:00:00", "", waiting),
		}, "incoming_payment_waiting 0 > processing 0"},
		{"follows the state held and not the fraction round a circle", []transfer.Event{
			change("18 10:00:00", "", process), change("18 10:00:05.1", converted, process), change("18 10:00:05.9", process, converted),
		}, "processing 0 > funds_converted 0 > processing 0 rollback"},
		{"begins with the change that no other leads to when nothing is held", []transfer.Event{
			change("18 10:00:00.1", converted, sent), change("18 10:00:00.9", waiting, process), change("18 10:00:00.5", process, converted),
		}, "processing 0 gap > funds_converted 0 > outgoing_payment_sent 1"},
		{"takes the earlier fraction when two would follow", []transfer.Event{
			change("18 10:00:00", "", process), change("18 10:00:05.200", process, cancelled), change("18 10:00:05.100", process, unknown),
		}, "processing 0 > unknown 0 > cancelled 0 gap"},
		{"goes round a rollback in one second", []transfer.Event{
			change("18 10:00:00", "", process),
			change("18 10:00:05", process, converted), change("18 10:00:05", converted, sent), change("18 10:00:05", sent, bounced),
		}, "processing 0 > funds_converted 0 > outgoing_payment_sent 1 > bounced_back 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := story(fold(t, tt.events...)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestTimes(t *testing.T) {
	for _, tt := range []struct {
		name        string
		events      []transfer.Event
		want, flags string
	}{
		{"an event without a usable time sets nothing", []transfer.Event{
			change("18 10:00:00", "", waiting), byNothing(change("18 11:00:00", waiting, process)),
		}, "incoming_payment_waiting 0", "time_not_usable"},
		{"an event with a zero time sets nothing, whatever it says of itself", []transfer.Event{
			{Kind: transfer.StateChange, Transfer: id, To: waiting, At: evidence.Moment{By: evidence.Occurred}},
		}, "", "time_not_usable"},
		{"sent_at places an event whose own time cannot be used", []transfer.Event{
			change("18 10:00:00", "", waiting), bySent(change("18 11:00:00", waiting, process)),
		}, "incoming_payment_waiting 0 > processing 0 by sent", "time_by_sent"},
		{"a copy that sent_at places takes no time away", []transfer.Event{
			change("18 10:00:00", "", waiting), bySent(change("18 09:59:00", "", waiting)), bySent(change("18 10:00:07", "", waiting)),
		}, "incoming_payment_waiting 0", ""},
		{"snapshots of cases have no other time, which is not odd", []transfer.Event{
			cases("18 10:00:00", "deposit_amount_less_invoice"),
		}, "", ""},
		{"what the decoder found odd stands in the facts", []transfer.Event{
			func() transfer.Event {
				e := change("18 10:00:00", "", waiting)
				e.Flags = []string{"unknown_version"}
				return e
			}(),
		}, "incoming_payment_waiting 0", "unknown_version"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts := fold(t, tt.events...)
			if got := story(facts); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if got := strings.Join(facts.Flags, " "); got != tt.flags {
				t.Errorf("flags: got %q, want %q", got, tt.flags)
			}
		})
	}
}

func TestSpanAndCreation(t *testing.T) {
	facts := fold(t, change("18 10:00:00", "", waiting), failure("19 10:00:00", "X"), byNothing(refund("20 10:00:00", "1")))
	if got, want := facts.FirstAt, clock("18 10:00:00"); !got.Equal(want) {
		t.Errorf("first: got %v, want %v", got, want)
	}
	if got, want := facts.LastAt, clock("19 10:00:00"); !got.Equal(want) {
		t.Errorf("last: got %v, want %v", got, want)
	}
	if at, ok := facts.CreatedAt(); !ok || !at.Equal(clock("18 10:00:00")) {
		t.Errorf("created: got %v, %v", at, ok)
	}
	if at, ok := fold(t, change("18 10:00:00", waiting, process)).CreatedAt(); ok {
		t.Errorf("created without the event of it: got %v", at)
	}
}

func TestWhomTheEventsName(t *testing.T) {
	for _, tt := range []struct {
		name             string
		events           []transfer.Event
		profile, account int64
		flags            string
	}{
		{"the last named stands, and a conflict is flagged", []transfer.Event{
			owner(change("18 11:00:00", waiting, process), 8, 3), owner(change("18 10:00:00", "", waiting), 7, 3),
		}, 8, 3, "profile_conflict"},
		{"an event that names nobody takes nothing away", []transfer.Event{
			owner(change("18 10:00:00", "", waiting), 7, 3), failure("18 11:00:00", "X"),
		}, 7, 3, ""},
		{"a credit to the recipient's balance does not make the transfer the recipient's", []transfer.Event{
			owner(change("18 10:00:00", "", sent), 7, 3), owner(credit("18 11:00:00", "5", 1, 1), 9, 0),
		}, 7, 3, ""},
		{"a debit names the profile when nothing else does", []transfer.Event{
			owner(debit("18 10:00:00", "5", 1, 1), 7, 0), owner(credit("18 11:00:00", "5", 2, 1), 9, 0),
		}, 7, 0, ""},
		{"a credit alone names it too", []transfer.Event{owner(credit("18 11:00:00", "5", 2, 1), 9, 0)}, 9, 0, ""},
		{"two recipient accounts are flagged", []transfer.Event{
			owner(change("18 10:00:00", "", waiting), 7, 3), owner(change("18 11:00:00", waiting, process), 7, 4),
		}, 7, 4, "account_conflict"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts := fold(t, tt.events...)
			if facts.Profile != tt.profile || facts.Account != tt.account {
				t.Errorf("got profile %d account %d, want %d and %d", facts.Profile, facts.Account, tt.profile, tt.account)
			}
			facts.Flags = slices.DeleteFunc(facts.Flags, func(f string) bool { return f == transfer.FlagGap })
			if got := strings.Join(facts.Flags, " "); got != tt.flags {
				t.Errorf("flags: got %q, want %q", got, tt.flags)
			}
		})
	}
}

func TestVisitCarriesItsEvidence(t *testing.T) {
	facts := fold(t,
		change("18 10:00:00", "", sent), version(change("18 10:00:00.5", "", sent), "4.0.0"), change("18 10:00:03", sent, sent))
	if diff := cmp.Diff(evidence.IDs{1, 2, 3}, facts.Visits[0].Evidence); diff != "" {
		t.Error(diff)
	}
	if got, want := facts.Visits[0].At, clock("18 10:00:00.5"); !got.Equal(want) {
		t.Errorf("the finest time of all copies: got %v, want %v", got, want)
	}
}
