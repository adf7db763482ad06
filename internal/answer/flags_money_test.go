package answer_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// elsewhere makes a movement one of another profile's balance; 0: nobody says whose.
func elsewhere(e transfer.Event, profile int64) transfer.Event {
	e.Profile = profile
	return e
}

// ofMoney is what is flagged about money and state, and else what is noted of it.
func ofMoney(a answer.Answer) (text string, rests evidence.IDs) {
	for _, f := range a.Flags {
		switch f.Code {
		case answer.FlagRefundEventMissing, answer.FlagRefundStateMissing, answer.FlagCreditUnexplained:
			return f.Code + ": " + f.Text, f.Evidence
		}
	}
	return a.MoneyNote.Text, a.MoneyNote.Evidence
}

// TestMoneyAndStateDisagree: before the hours are over that is normal, after them it
// is for us; a credit speaks for the half that is here.
func TestMoneyAndStateDisagree(t *testing.T) {
	came := func(with ...transfer.Event) tale {
		return append(tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("16 Nov 11:58", process, sent), to("18 Nov 14:03", sent, bounced)}, with...)
	}
	paidOutOnly := tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("16 Nov 11:58", process, sent)}
	for _, c := range []struct {
		name  string
		tale  tale
		after time.Duration
		want  string
		rests evidence.IDs
	}{
		{"the state alone, for a minute less than a day", came(to("20 Nov 08:01", bounced, refunded)), 0, "The state says refunded since 20 Nov, and no refund event has told the amount yet. That is normal: the two come apart by minutes to hours.", evidence.IDs{5}},
		{"the state alone, for a day", came(to("20 Nov 08:00", bounced, refunded)), 0, "refund_event_missing: The state says refunded since 20 Nov, and no refund event has told the amount in 1 d. For us: ask Wise.", evidence.IDs{5}},
		{"the state alone, where two hours are too many", came(to("21 Nov 06:00", bounced, refunded)), 2 * time.Hour, "refund_event_missing: The state says refunded since 21 Nov, and no refund event has told the amount in 2 h. For us: ask Wise.", evidence.IDs{5}},
		{"the state alone, and a credit", came(to("19 Nov 08:00", bounced, refunded), credit("19 Nov 07:30", "1240", "EUR")), 0, "refund_event_missing: The state says refunded since 19 Nov, and no refund event has told the amount in 2 d. A credit of 1,240.00 EUR on 19 Nov with this transfer's number says that money moved. For us: ask Wise.", evidence.IDs{5, 6}},
		{"the state alone, and a credit from long before", came(to("19 Nov 08:00", bounced, refunded), credit("16 Nov 12:00", "1240", "EUR")), 0, "refund_event_missing: The state says refunded since 19 Nov, and no refund event has told the amount in 2 d. For us: ask Wise.", evidence.IDs{5}},
		{"only asking told of the state", came(saw("20 Nov 07:00", refunded)), 0, "refund_event_missing: Wise's API said on 20 Nov that it is refunded, and no refund event has told the amount in 1 d 1 h. For us: ask Wise.", evidence.IDs{5}},
		{"the state comes from a clock that runs ahead", came(to("21 Nov 19:00", bounced, refunded)), 0, "The state says refunded since 21 Nov, and no refund event has told the amount yet. That is normal: the two come apart by minutes to hours.", evidence.IDs{5}},
		{"the refund alone, just now", came(refund("21 Nov 07:30", "1240", "EUR")), 0, "Wise reported a refund of 1,240.00 EUR on 21 Nov, and the state has not become “Refunded” yet. That is normal: the two come apart by minutes to hours.", evidence.IDs{5}},
		{"the refund alone, for too long, and a credit", came(refund("19 Nov 08:00", "1240", "EUR"), credit("19 Nov 08:01", "1240", "EUR")), 0, "refund_state_missing: Wise reported a refund of 1,240.00 EUR on 19 Nov, and the state has not become “Refunded” in 2 d. A credit of the same amount on 19 Nov says that the money moved. For us: ask Wise.", evidence.IDs{5, 6}},
		{"both", came(to("19 Nov 08:00", bounced, refunded), refund("19 Nov 09:00", "1240", "EUR")), 0, "", nil},
		{"neither", came(), 0, "", nil},
		{"a credit after the return", came(credit("19 Nov 08:00", "1240", "EUR")), 0, "credit_without_refund: A balance was credited 1,240.00 EUR on 19 Nov with this transfer's number, and Wise has reported no refund in 2 d. For us: ask Wise.", evidence.IDs{5}},
		{"a credit after the return, just now", came(credit("21 Nov 07:00", "1240", "EUR")), 0, "A balance was credited 1,240.00 EUR on 21 Nov with this transfer's number, and Wise has reported no refund yet. That is normal: the two come apart by minutes to hours.", evidence.IDs{5}},
		{"a credit after the return, of whom nobody says", came(elsewhere(credit("19 Nov 08:00", "1240", "EUR"), 0)), 0, "credit_without_refund: A balance was credited 1,240.00 EUR on 19 Nov with this transfer's number, and Wise has reported no refund in 2 d. For us: ask Wise.", evidence.IDs{5}},
		{"the recipient's own balance", append(slices.Clone(paidOutOnly), elsewhere(credit("16 Nov 11:58", "1240", "EUR"), 7)), 0, "", nil},
		{"the recipient's balance, and then it came back", came(elsewhere(credit("16 Nov 11:58", "1240", "EUR"), 7)), 0, "", nil},
		{"the customer's balance after the payout", append(slices.Clone(paidOutOnly), credit("16 Nov 11:58", "1240", "EUR")), 0, "credit_without_refund: A balance was credited 1,240.00 EUR on 16 Nov with this transfer's number, and Wise has reported no refund in 4 d 20 h. For us: ask Wise.", evidence.IDs{4}},
		{"a payment to the customer that went back", tale{incoming("16 Nov 11:58", "1", "EUR"), to("16 Nov 11:58", process, sent), to("18 Nov 10:00", sent, refunded)}, 0, "", nil},
		{"nothing but the refund is known", tale{refund("19 Nov 08:00", "5", "EUR")}, 0, "refund_state_missing: Wise reported a refund of 5.00 EUR on 19 Nov, and the state has not become “Refunded” in 2 d. For us: ask Wise.", evidence.IDs{1}},
		{"in a currency of no country", came(refund("19 Nov 08:00", "-5", "X\u202eQ")), 0, `refund_state_missing: Wise reported a refund of -5 X\u202eQ on 19 Nov, and the state has not become “Refunded” in 2 d. For us: ask Wise.`, evidence.IDs{5}},
	} {
		a := answer.Compose(answer.Input{Facts: c.tale.facts(), Catalogue: builtin, Funding: answer.ByCustomer, Now: now, Zone: time.UTC, Company: time.UTC, RefundEventAfter: c.after})
		got, rests := ofMoney(a)
		if got != c.want || !slices.Equal(rests, c.rests) {
			t.Errorf("%s: told\n%s %v\nwant\n%s %v", c.name, got, rests, c.want, c.rests)
		}
	}
}

// TestWhatIsStillToComeIsAskedForInTheEnd: the next step is to wait, and then to ask.
func TestWhatIsStillToComeIsAskedForInTheEnd(t *testing.T) {
	state := returned("WRONG_NAME", to("18 Nov 10:00", bounced, refunded))
	event := returned("WRONG_NAME", refund("18 Nov 10:00", "1240", "EUR"))
	for _, c := range []struct {
		tale  tale
		hours time.Duration
		want  string
	}{
		{state, 71, "The refund event with the amount is still to come (the two come apart by minutes to hours); until then name no amount."},
		{state, 70, "The refund event with the amount has not come in 2 d 22 h: look for the credit, and ask Wise; until then name no amount."},
		{event, 71, "Wait for the state: Wise reports it apart from the refund, and the two come apart by minutes to hours."},
		{event, 70, "The state has not followed the refund in 2 d 22 h: ask Wise whether the refund stands."},
	} {
		a := answer.Compose(answer.Input{Facts: c.tale.facts(), Catalogue: builtin, Funding: answer.ByCustomer, Now: now, Zone: time.UTC, Company: time.UTC, RefundEventAfter: c.hours * time.Hour})
		if a.Next.Text != c.want {
			t.Errorf("%s within %d hours: next is %q, want %q", a.Code, c.hours, a.Next.Text, c.want)
		}
	}
}

// TestAListSaysInOneLineWhatDoesNotFit: of each kind the last, and how many more.
func TestAListSaysInOneLineWhatDoesNotFit(t *testing.T) {
	a := tale{to("16 Nov 11:40", waiting, process), to("16 Nov 11:58", converted, sent), to("18 Nov 14:03", sent, bounced), to("19 Nov 10:00", bounced, refunded)}.told(answer.ByCustomer)
	checks := a.Checks()
	var got []string
	for _, f := range checks {
		got = append(got, f.Code+": "+f.Text)
	}
	same(t, strings.Join(got, "\n"), strings.Join([]string{
		"gap: An event is missing here: before “Paid out” Wise names “Converted”, which we do not hold. (And 1 more of this kind.)",
		"refund_event_missing: The state says refunded since 19 Nov, and no refund event has told the amount in 1 d 22 h. For us: ask Wise.",
	}, "\n"))
	if len(checks) > 0 && !slices.Equal(checks[0].Evidence, evidence.IDs{1, 2}) {
		t.Errorf("the gap rests on %v", checks[0].Evidence)
	}
	if whole := paidOut().told(answer.ByCustomer).Checks(); len(whole) != 0 {
		t.Errorf("of a whole history a list says %+v", whole)
	}
}
