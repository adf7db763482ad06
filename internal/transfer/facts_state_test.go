package transfer_test

import (
	"testing"

	"transferdesk/internal/transfer"
)

// known is what the methods say of a history.
type known struct{ sent, bounced, sinceSent, funded, never bool }

func TestWhatAHistoryShows(t *testing.T) {
	start := change("18 10:00:00", "", waiting)
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   known
	}{
		{"waiting shows nothing", []transfer.Event{start}, known{}},
		{"cancelled straight from waiting was never funded", []transfer.Event{
			start, change("18 11:00:00", waiting, cancelled),
		}, known{never: true}},
		{"cancelled straight from initiated was never funded", []transfer.Event{
			start, change("18 10:30:00", waiting, initiated), change("18 11:00:00", initiated, cancelled),
		}, known{never: true}},
		{"cancelled alone proves nothing", []transfer.Event{change("18 11:00:00", waiting, cancelled)}, known{}},
		{"cancelled over a gap proves nothing", []transfer.Event{start, change("18 11:00:00", initiated, cancelled)}, known{}},
		{"cancelled after a debit was not unfunded", []transfer.Event{
			start, debit("18 10:00:01", "5", 1, 1), change("18 11:00:00", waiting, cancelled),
		}, known{}},
		{"a credit is no debit", []transfer.Event{
			start, credit("18 10:00:01", "5", 1, 1), change("18 11:00:00", waiting, cancelled),
		}, known{never: true}},
		{"cancelled after a rollback from processing had been funded", []transfer.Event{
			start, change("18 10:10:00", waiting, process), change("18 10:20:00", process, waiting), change("18 11:00:00", waiting, cancelled),
		}, known{funded: true}},
		{"a previous_state shows funding too", []transfer.Event{start, change("18 11:00:00", process, cancelled)}, known{funded: true}},
		{"a payout that failed shows funding", []transfer.Event{start, failure("18 11:00:00", "A")}, known{funded: true}},
		{"a chargeback shows no funding", []transfer.Event{start, change("18 11:00:00", waiting, charged)}, known{}},
		{"a bounce after the last sent", []transfer.Event{
			change("18 10:00:00", "", sent), change("18 11:00:00", sent, bounced), change("18 12:00:00", bounced, process),
		}, known{sent: true, bounced: true, sinceSent: true, funded: true}},
		{"sent again after it", []transfer.Event{
			change("18 10:00:00", "", sent), change("18 11:00:00", sent, bounced), change("18 12:00:00", bounced, sent),
		}, known{sent: true, bounced: true, funded: true}},
		{"a bounce that only previous_state tells of", []transfer.Event{
			change("18 10:00:00", "", sent), change("18 12:00:00", bounced, process),
		}, known{sent: true, bounced: true, sinceSent: true, funded: true}},
		{"what came back had been sent", []transfer.Event{change("18 12:00:00", bounced, process)},
			known{sent: true, bounced: true, sinceSent: true, funded: true}},
		{"sent that only previous_state tells of comes after the bounce", []transfer.Event{
			change("18 10:00:00", "", bounced), change("18 12:00:00", sent, process),
		}, known{sent: true, bounced: true, funded: true}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := fold(t, tt.events...)
			got := known{f.EverSent(), f.EverBounced(), f.BouncedSinceSent(), f.ShowsFunding(), f.NeverFunded()}
			if got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestStage(t *testing.T) {
	out, back := change("18 10:00:00", "", sent), change("18 11:00:00", sent, bounced)
	for _, tt := range []struct {
		name   string
		events []transfer.Event
		want   transfer.Stage
	}{
		{"sent is no problem", []transfer.Event{out}, transfer.StageNone},
		{"a failure without a return has failed", []transfer.Event{out, failure("18 10:30:00", "A")}, transfer.StageFailed},
		{"a failure alone has failed", []transfer.Event{failure("18 10:30:00", "A")}, transfer.StageFailed},
		{"a failure and a return are returned", []transfer.Event{out, failure("18 10:30:00", "A"), back}, transfer.StageReturned},
		{"in process after a return is returned", []transfer.Event{out, back, change("18 12:00:00", bounced, process)}, transfer.StageReturned},
		{"unknown after a return is returned", []transfer.Event{out, back, change("18 12:00:00", bounced, unknown)}, transfer.StageReturned},
		{"a state that we don't know after a return is not forgotten", []transfer.Event{out, back, change("18 12:00:00", bounced, "x")}, transfer.StageReturned},
		{"sent again is no problem", []transfer.Event{out, failure("18 10:30:00", "A"), back, change("18 12:00:00", bounced, sent)}, transfer.StageNone},
		{"cancelled after a return", []transfer.Event{out, back, change("18 12:00:00", bounced, cancelled)}, transfer.StageCancelled},
		{"cancelled before any payout is no payout problem", []transfer.Event{change("18 10:00:00", process, cancelled)}, transfer.StageNone},
		{"refunded after a return", []transfer.Event{out, back, change("18 12:00:00", bounced, refunded)}, transfer.StageRefunded},
		{"a refund event after a return", []transfer.Event{out, back, refund("18 12:00:00", "5")}, transfer.StageRefunded},
		{"refunded after a failure", []transfer.Event{out, failure("18 10:30:00", "A"), change("18 12:00:00", sent, refunded)}, transfer.StageRefunded},
		{"refunded without a payout problem is none", []transfer.Event{change("18 12:00:00", process, refunded)}, transfer.StageNone},
		{"a refund taken back after a return is returned again", []transfer.Event{
			out, back, change("18 12:00:00", bounced, refunded), change("18 13:00:00", refunded, process), change("18 14:00:00", process, sent),
		}, transfer.StageReturned},
		{"charged back is no payout problem", []transfer.Event{out, back, change("18 12:00:00", bounced, charged)}, transfer.StageNone},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := fold(t, tt.events...).Stage(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestHeldAndLast(t *testing.T) {
	f := fold(t, change("18 10:00:00", "", sent), change("18 11:00:00", sent, bounced), change("18 12:00:00", bounced, sent))
	if v, ok := f.LastSent(); !ok || !v.At.Equal(clock("18 12:00:00")) {
		t.Errorf("last sent: got %v", v.At)
	}
	if v, ok := f.LastBounce(); !ok || !v.At.Equal(clock("18 11:00:00")) {
		t.Errorf("last bounce: got %v", v.At)
	}
	if v, ok := f.Held(); !ok || v.State != sent || f.State() != sent || f.Attempt() != 2 {
		t.Errorf("held: got %+v", v)
	}
	empty := transfer.Facts{}
	if _, ok := empty.Held(); ok || empty.State() != "" || empty.Attempt() != 0 || empty.Final() || empty.Stage() != transfer.StageNone {
		t.Error("facts of nothing hold nothing")
	}
	if waiting.Known() != true || transfer.State("on_hold").Known() {
		t.Error("a state is known or not")
	}
}

func TestEntriesTellTheTimeline(t *testing.T) {
	events := deliver(
		change("18 10:03:00", sent, bounced), version(change("18 10:00:00", "", sent), "2.0.0"),
		version(change("18 10:00:00.250", "", sent), "4.0.0"), debit("18 09:59:00", "5", 1, 1),
		failure("18 10:02:00", "A"), byNothing(refund("18 10:00:00", "1")), change("18 10:04:00", process, cancelled),
	)
	_, entries := transfer.Fold(id, events)
	var kinds []transfer.Kind
	for _, e := range entries {
		kinds = append(kinds, e.Kind)
	}
	want := []transfer.Kind{transfer.BalanceUpdate, transfer.StateChange, transfer.PayoutFailure, transfer.StateChange, transfer.StateChange, transfer.RefundIssued}
	if len(kinds) != len(want) {
		t.Fatalf("got %v, want %v", kinds, want)
	}
	for i := range want {
		if kinds[i] != want[i] {
			t.Errorf("entry %d: got %s, want %s", i, kinds[i], want[i])
		}
	}
	sentEntry := entries[1]
	if len(sentEntry.Sources) != 2 || sentEntry.Sources[0].Delivery != 2 || !sentEntry.At.Time.Equal(clock("18 10:00:00.250")) {
		t.Errorf("an entry has all sources, lowest first, and the finest time: got %+v", sentEntry)
	}
	if sentEntry.Gap || !entries[4].Gap {
		t.Errorf("the gap stands at the event before which one is missing")
	}
	if !entries[5].SetsNothing || entries[4].SetsNothing {
		t.Error("what no time places stands last and says that it sets nothing")
	}
}
