package answer_test

import (
	"slices"
	"strings"
	"testing"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// said lists the flags as code and text.
func said(a answer.Answer) string {
	var out []string
	for _, f := range a.Flags {
		out = append(out, f.Code+": "+f.Text)
	}
	return strings.Join(out, "\n")
}

// TestWhatTheFoldNotedIsSaid: each flag of the facts has a sentence.
func TestWhatTheFoldNotedIsSaid(t *testing.T) {
	odd := to("16 Nov 11:40", waiting, process)
	odd.Profile, odd.Account = 1, 2
	odd.Flags = []string{evidence.FlagUnknownVersion, evidence.FlagSentAtUnusable, "<new>_flag"}
	bySent := to("16 Nov 12:00", process, converted)
	bySent.At.By, bySent.At.Aside = evidence.Sent, evidence.TimeUnreadable
	nowhere := fail("16 Nov 12:00", "WRONG_NAME")
	nowhere.At = evidence.Moment{By: evidence.Nothing}
	a := tale{to("16 Nov 09:12", "", waiting), odd, bySent, nowhere}.told(answer.ByCustomer)
	same(t, said(a), strings.Join([]string{
		"time_by_sent: An event has no usable time of its own; it is placed by when Wise sent it.",
		"<new>_flag: Odd in Wise's events: <new>_flag.",
		"account_conflict: Wise names different recipient accounts for this transfer; the last one stands.",
		"profile_conflict: Wise names different profiles for this transfer; the last one stands.",
		"sent_at_not_usable: An event says no usable time of sending.",
		"time_not_usable: An event with no usable time is shown at the end of the timeline; nothing rests on it.",
		"unknown_version: An event came in a version that we do not know; what could be read of it is used.",
	}, "\n"))
	if a.Code != answer.Converted {
		t.Errorf("the row is %s: what has no time set something", a.Code)
	}
}

// TestAMissingEventIsSaid: in the middle, at the beginning, and twice begun.
func TestAMissingEventIsSaid(t *testing.T) {
	for want, tl := range map[string]tale{
		"gap: An event is missing here: before “Paid out” Wise names “Converted”, which we do not hold.":           {to("16 Nov 09:12", "", waiting), to("16 Nov 11:58", converted, sent)},
		"gap: The beginning is missing: the first state that we hold, “Paid out”, came after “Converted”.":         {to("16 Nov 11:58", converted, sent)},
		"gap: Two beginnings: Wise reports “In process at Wise” as the first state, and we hold others before it.": {to("16 Nov 09:12", "", waiting), to("16 Nov 11:58", "", process)},
	} {
		same(t, said(tl.told(answer.ByCustomer)), want)
	}
}

// TestAFlagRestsOnItsOwnEvents: the evidence of a flag is the event that shows it.
func TestAFlagRestsOnItsOwnEvents(t *testing.T) {
	a := paidOut(to("18 Nov 14:03", sent, process)).told(answer.ByCustomer)
	if len(a.Flags) != 1 || a.Flags[0].Code != transfer.FlagRollback || !slices.Equal(a.Flags[0].Evidence, evidence.IDs{6}) || !a.Flags[0].Since.Equal(clock("18 Nov 14:03")) {
		t.Errorf("got %+v", a.Flags)
	}
	if !slices.Contains(a.Evidence, 6) || !slices.IsSorted(a.Evidence) {
		t.Errorf("the answer rests on %v", a.Evidence)
	}
}

// TestCasesInWords: what is open leads nobody astray: who acts depends on who
// funds, and after the end a case is stale.
func TestCasesInWords(t *testing.T) {
	tl := tale{to("16 Nov 09:12", "", waiting), open("16 Nov 12:00", "deposit_amount_less_invoice", "SOMETHING_new")}
	for funding, want := range map[answer.Funding]string{answer.ByCustomer: "sender", answer.ByCompany: "us"} {
		a := tl.told(funding)
		if len(a.Cases) != 2 || a.Cases[0].Stale {
			t.Fatalf("got %+v", a.Cases)
		}
		i := slices.IndexFunc(a.Cases, func(c answer.Case) bool { return c.Card.Known })
		if string(a.Cases[i].Card.Who) != want || !a.Cases[i].Since.Equal(clock("16 Nov 12:00")) {
			t.Errorf("funded by the %s: %+v", funding, a.Cases[i])
		}
	}
	paid := append(tl, to("17 Nov 12:00", waiting, sent)).told(answer.ByCustomer)
	if i := slices.IndexFunc(paid.Flags, func(f answer.Flag) bool { return f.Code == answer.FlagStaleCase }); i < 0 || !strings.Contains(paid.Flags[i].Text, "paid the transfer out since") {
		t.Errorf("paid out since: flags %+v", paid.Flags)
	}
	a := append(tl, to("17 Nov 12:00", waiting, cancelled)).told(answer.ByCustomer)
	if !a.Cases[0].Stale || a.Code != answer.CancelledUnfunded {
		t.Errorf("%s with %+v", a.Code, a.Cases)
	}
}

// TestFailuresByAttempt: the latest first, each with its attempt and Wise's own description.
func TestFailuresByAttempt(t *testing.T) {
	a := returned("ACCOUNT_CLOSED", to("18 Nov 10:00", bounced, process), to("18 Nov 11:00", process, sent), fail("18 Nov 12:00", "WRONG_NAME")).told(answer.ByCustomer)
	if len(a.Failures) != 2 {
		t.Fatalf("got %+v", a.Failures)
	}
	last, first := a.Failures[0], a.Failures[1]
	if last.Card.Code != "WRONG_NAME" || last.Attempt != 2 || !last.Current || first.Card.Code != "ACCOUNT_CLOSED" || first.Attempt != 1 || first.Current || first.Described != description {
		t.Errorf("got %+v and %+v", last, first)
	}
}
