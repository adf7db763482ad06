package answer_test

import (
	"strings"
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// TestCanItStillBeStopped: from conversion on Wise refuses; before, it may.
func TestCanItStillBeStopped(t *testing.T) {
	for _, c := range []struct {
		name string
		tale tale
		want answer.StopAnswer
		why  string
	}{
		{"waiting for money", tale{to("16 Nov 09:12", "", waiting)}, answer.StopYes, "not converted yet"},
		{"announced", tale{to("16 Nov 09:12", waiting, announced)}, answer.StopYes, "not converted yet"},
		{"in process", tale{to("16 Nov 11:41", waiting, process)}, answer.StopYes, "at any moment"},
		{"in process with a case", tale{to("16 Nov 11:41", waiting, process), open("16 Nov 12:00", reason.DepositTooSmall)}, answer.StopUnknown, "a case is open"},
		{"in process after a failure", tale{to("16 Nov 11:41", waiting, process), fail("16 Nov 12:00", "WRONG_NAME")}, answer.StopUnknown, "A payout has failed"},
		{"in process, as asking showed", tale{to("16 Nov 09:12", "", waiting), seen("17 Nov 10:00", process)}, answer.StopUnknown, "only from asking"},
		{"converted, as asking showed", tale{to("16 Nov 09:12", "", waiting), seen("17 Nov 10:00", converted)}, answer.StopNo, "from conversion"},
		{"converted", tale{to("16 Nov 11:41", process, converted)}, answer.StopNo, "from conversion on Wise refuses"},
		{"taken back from conversion", tale{to("16 Nov 11:41", process, converted), to("16 Nov 12:00", converted, process)}, answer.StopUnknown, "had been converted"},
		{"paid out", paidOut(), answer.StopNo, "only a request"},
		{"taken back after a payout", paidOut(to("17 Nov 10:00", sent, process)), answer.StopUnknown, "had been paid out"},
		{"converted again after a payout", paidOut(to("17 Nov 10:00", sent, converted)), answer.StopNo, "from conversion on"},
		{"came back", returned("WRONG_NAME"), answer.StopNo, "came back"},
		{"in process after a return", returned("WRONG_NAME", to("18 Nov 10:00", bounced, process)), answer.StopUnknown, "may refuse"},
		{"a refund event whose state is to come", returned("WRONG_NAME", refund("18 Nov 10:00", "1240", "EUR")), answer.StopNo, "nothing left to stop"},
		{"cancelled", tale{to("16 Nov 09:12", "", waiting), to("17 Nov 09:12", waiting, cancelled)}, answer.StopNo, "has cancelled it"},
		{"refunded", returned("WRONG_NAME", to("18 Nov 10:00", bounced, refunded)), answer.StopNo, "has refunded it"},
		{"charged back", tale{to("16 Nov 09:12", process, charged)}, answer.StopNo, "charged back"},
		{"Wise needs information", tale{to("16 Nov 09:12", process, unknown)}, answer.StopUnknown, "may be tried"},
		{"a word that we do not know", tale{to("16 Nov 09:12", process, "par\u202eked")}, answer.StopUnknown, "We do not know what Wise means"},
		{"only heard of", tale{fail("16 Nov 12:00", "WRONG_NAME")}, answer.StopUnknown, "told us no state"},
		{"a payment to the customer", tale{incoming("16 Nov 11:58", "1", "GBP"), to("16 Nov 11:58", waiting, process)}, answer.StopNo, "only who sent it"},
	} {
		got := answer.CanStop(c.tale.facts())
		if got.Answer != c.want || !strings.Contains(got.Why, c.why) {
			t.Errorf("%s: got %s, %q, want %s, … %s …", c.name, got.Answer, got.Why, c.want, c.why)
		}
		if strings.ContainsRune(got.Why, '\u202e') {
			t.Errorf("%s: what cannot be seen stands in %q", c.name, got.Why)
		}
		if got.MayTry() != (c.want != answer.StopNo) {
			t.Errorf("%s: it may be tried: %t", c.name, got.MayTry())
		}
	}
}

// TestEveryRowSaysWhetherItCanBeStopped: no row leaves the question open, and none
// after conversion says yes.
func TestEveryRowSaysWhetherItCanBeStopped(t *testing.T) {
	before := map[answer.Code]bool{answer.HeldVerification: true, answer.Underfunded: true, answer.InProcess: true, answer.FundingAnnounced: true, answer.WaitingFunding: true}
	for _, p := range places {
		for _, code := range []string{"WRONG_NAME", "aml_review"} {
			f := p.tale(code).facts()
			got := answer.Compose(answer.Input{Facts: f, Verification: p.verificationAt(), Catalogue: builtin, Now: now}).Stop
			if got.Why == "" || got.Answer != answer.StopYes && got.Answer != answer.StopNo && got.Answer != answer.StopUnknown {
				t.Errorf("%s: got %+v", p.want, got)
			}
			if got.Answer == answer.StopYes && !before[p.want] || got.Answer == answer.StopNo && before[p.want] {
				t.Errorf("%s: got %s, %s", p.want, got.Answer, got.Why)
			}
			if state := f.State(); state != "" && len(got.Evidence) == 0 {
				t.Errorf("%s in %s: it rests on nothing", p.want, state)
			}
			if strings.Contains(strings.ToLower(got.Why), "aml") {
				t.Errorf("%s: the code of a case stands in %q", p.want, got.Why)
			}
		}
	}
	if got := answer.CanStop(transfer.Facts{}); got.Answer != answer.StopUnknown {
		t.Errorf("of nothing at all: got %+v", got)
	}
}

// seen is a state that was learned by asking.
func seen(at string, state transfer.State) transfer.Event {
	return event(at, transfer.Event{Kind: transfer.StateSeen, To: state})
}

// TestWhatWiseSaidCountsForMoreThanItsEventsLetExpect: once it was tried.
func TestWhatWiseSaidCountsForMoreThanItsEventsLetExpect(t *testing.T) {
	before, after := answer.CanStop(tale{to("16 Nov 11:41", waiting, process)}.facts()), answer.CanStop(paidOut().facts())
	for _, c := range []struct {
		first answer.Stopping
		tried answer.Tried
		want  answer.StopAnswer
		why   string
	}{
		{before, answer.TriedNever, answer.StopYes, "not converted yet"},
		{before, answer.TriedDone, answer.StopNo, "event is still to come"},
		{before, answer.TriedRefused, answer.StopUnknown, "Wise has refused"},
		{before, answer.TriedOpen, answer.StopUnknown, "not known yet"},
		{after, answer.TriedDone, answer.StopNo, "only a request"},
		{after, answer.TriedRefused, answer.StopNo, "only a request"},
		{after, answer.TriedOpen, answer.StopUnknown, "not known yet"},
	} {
		if got := c.first.After(c.tried); got.Answer != c.want || !strings.Contains(got.Why, c.why) {
			t.Errorf("%s after %q: got %s, %q", c.first.Answer, c.tried, got.Answer, got.Why)
		}
	}
}
