package transfer_test

import (
	"strings"
	"testing"

	"transferdesk/internal/transfer"

	"github.com/google/go-cmp/cmp"
)

const short, proof = "deposit_amount_less_invoice", "deposit_proof_needed"

func TestCasesFollowSnapshots(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   string // code and when it was first seen
	}{
		{"a case of the last snapshot is open since the first that lists it unbroken", []transfer.Event{
			cases("18 10:00:00", short), cases("18 11:00:00", short, proof), cases("18 12:00:00", proof, short),
		}, short + " 10:00, " + proof + " 11:00"},
		{"a case that is not in the next snapshot is over", []transfer.Event{
			cases("18 10:00:00", short), cases("18 11:00:00", proof),
		}, proof + " 11:00"},
		{"a case that comes again is open since then", []transfer.Event{
			cases("18 10:00:00", short), cases("18 11:00:00"), cases("18 12:00:00", short),
		}, short + " 12:00"},
		{"also inside one second", []transfer.Event{
			cases("18 10:00:00.9", short), cases("18 10:00:00.5"), cases("18 10:00:00.1", short),
		}, short + " 10:00"},
		{"an empty snapshot ends all", []transfer.Event{cases("18 10:00:00", short, proof), cases("18 11:00:00")}, ""},
		{"codes are compared without regard to case", []transfer.Event{
			cases("18 10:00:00", "Deposit_Proof_Needed"), cases("18 11:00:00", proof, short),
		}, "Deposit_Proof_Needed 10:00, " + short + " 11:00"},
		{"a code named twice is one case", []transfer.Event{cases("18 10:00:00", short, short)}, short + " 10:00"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, c := range fold(t, tt.events...).OpenCases() {
				got = append(got, c.Code+" "+c.Since.Format("15:04"))
			}
			if got := strings.Join(got, ", "); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestSnapshotsSayWhatChanged(t *testing.T) {
	_, entries := transfer.Fold(id, deliver(
		cases("18 10:00:00", short), cases("18 10:00:02", short), cases("18 11:00:00", proof), cases("18 12:00:00")))
	var got []string
	for _, e := range entries {
		got = append(got, "+"+strings.Join(e.Opened, ",")+" -"+strings.Join(e.Cleared, ","))
	}
	want := []string{"+" + short + " -", "+" + proof + " -" + short, "+ -" + proof}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("a repeated snapshot is no line of its own; each says what opened and cleared (-want +got):\n%s", diff)
	}
	if len(entries[0].Sources) != 2 {
		t.Errorf("sources of the first: got %d, want 2", len(entries[0].Sources))
	}
}

func TestSnapshotsOfOneSecondKeepTheirOrder(t *testing.T) {
	_, entries := transfer.Fold(id, deliver(cases("18 10:00:00.9", short), cases("18 10:00:00.5"), cases("18 10:00:00.1", short)))
	if len(entries) != 3 || len(entries[2].Opened) != 1 {
		t.Errorf("opened, cleared and opened again: got %+v", entries)
	}
}

func TestCasesAtIsTheLastSending(t *testing.T) {
	facts := fold(t, cases("18 10:00:00", short), cases("18 11:00:00", short))
	if want := clock("18 11:00:00"); !facts.CasesAt.Equal(want) || !facts.LastAt.Equal(want) {
		t.Errorf("cases at %v, last %v, want %v", facts.CasesAt, facts.LastAt, want)
	}
	if facts := fold(t, change("18 10:00:00", "", waiting)); !facts.CasesAt.IsZero() {
		t.Errorf("no snapshot is not an empty one: got %v", facts.CasesAt)
	}
}

func TestCasesAreStaleWhenTheirMatterIsOver(t *testing.T) {
	for _, state := range []transfer.State{refunded, cancelled, charged} {
		facts := fold(t, change("18 10:00:00", "", state), cases("18 11:00:00", short))
		if open := facts.OpenCases(); open != nil || len(facts.Cases) != 1 {
			t.Errorf("%s: open %v, all %v", state, open, facts.Cases)
		}
	}
	before := fold(t, cases("18 10:00:00", short), change("18 11:00:00", converted, sent))
	if open := before.OpenCases(); len(open) != 0 || !before.Stale(before.Cases[0]) {
		t.Errorf("a case from before the payout: open %v", open)
	}
	after := fold(t, change("18 11:00:00", converted, sent), cases("18 12:00:00", short))
	if open := after.OpenCases(); len(open) != 1 {
		t.Errorf("a case that came up after the payout: open %v", open)
	}
	back := fold(t, cases("18 10:00:00", short), change("18 11:00:00", converted, sent), change("18 12:00:00", sent, bounced))
	if open := back.OpenCases(); len(open) != 1 {
		t.Errorf("a case of a transfer that came back: open %v", open)
	}
	reopened := fold(t, change("18 10:00:00", "", refunded), change("18 10:30:00", refunded, process), cases("18 11:00:00", short))
	if len(reopened.OpenCases()) != 1 {
		t.Error("a case of a transfer that was reopened is open")
	}
}
