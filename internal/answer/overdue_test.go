package answer_test

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
)

// expects composes the answer to a tale with an estimate and the payout reference.
func (tl tale) expects(at, fetched, reference string) answer.Answer {
	return answer.Compose(answer.Input{
		Facts: tl.facts(), Catalogue: builtin, Funding: answer.ByCustomer, Now: now, Zone: time.UTC, Company: time.UTC,
		Estimate: &answer.Estimate{At: clock(at), FetchedAt: clock(fetched)}, PayoutReference: reference,
	})
}

// TestSentOverdue: no arrival is ever reported, so that an estimate which has passed
// makes it our turn to ask.
func TestSentOverdue(t *testing.T) {
	for _, c := range []struct {
		name string
		told answer.Answer
		want string
	}{
		{"the estimate has passed", paidOut().expects("18 Nov 12:00", "16 Nov 12:00", "PPR-77"), `
sent_overdue: Paid out, estimate passed, problem, us
headline: Paid out on 16 Nov; the estimate has passed: trace it.
where: Paid out by Wise. Wise does not report whether it has arrived.
since: Paid out 4 d 20 h ago (16 Nov 2026, 11:58 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: We: find out where it is, with the recipient's side first, then with Wise.
next: Wise's estimate was 18 Nov, 12:00 UTC (asked for on 16 Nov, 12:00 UTC). The recipient's bank can search for the payout reference PPR-77. If it is not there, have Wise trace it; a recall after “sent” is only a request.
tell: Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC). If it has not shown on the recipient's side, please ask them to look for it there and tell us, so that we can have it traced.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov*
rests on: [4]
`},
		{"the estimate is still to come", paidOut().expects("23 Nov 12:00", "16 Nov 12:00", "PPR-77"), `
sent: Paid out, done, recipient_bank
headline: Paid out by Wise on 16 Nov; it may not have arrived yet.
where: Paid out by Wise. Wise does not report whether it has arrived.
since: Paid out 4 d 20 h ago (16 Nov 2026, 11:58 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: The recipient's side: the bank, wallet or card that the money was paid out to.
next: Wise's estimate, no promise: 23 Nov, 12:00 UTC (asked for on 16 Nov, 12:00 UTC). Wise reports nothing more unless it comes back: mostly within 2 to 3 business days, sometimes after weeks (Wise's own words).
tell: Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC). It may take some time to show on the recipient's side.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov*
rests on: [4]
`},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, print(c.told), c.want) })
	}
}

// TestAnEstimateOfAnotherAttemptMakesNothingLate: what Wise expected before the money
// came back, before a step back or before an event that is missing is over.
func TestAnEstimateOfAnotherAttemptMakesNothingLate(t *testing.T) {
	again := paidOut(to("17 Nov 14:00", sent, process), to("17 Nov 15:00", process, sent))
	for _, c := range []struct {
		name        string
		tale        tale
		at, fetched string
		want        answer.Code
	}{
		{"fetched after the payout", paidOut(), "18 Nov 12:00", "16 Nov 12:00", answer.SentOverdue},
		{"fetched before the payout, of a time after it", paidOut(), "18 Nov 12:00", "16 Nov 11:50", answer.SentOverdue},
		{"fetched before the payout, and over by then", paidOut(), "16 Nov 11:55", "16 Nov 11:50", answer.Sent},
		{"fetched before the payout was taken back", again, "18 Nov 12:00", "16 Nov 12:00", answer.Sent},
		{"fetched in the second of that", again, "18 Nov 12:00", "17 Nov 14:00", answer.Sent},
		{"fetched after it", again, "18 Nov 12:00", "17 Nov 14:30", answer.SentOverdue},
		{"an event is missing since", tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:58", converted, sent)}, "18 Nov 12:00", "16 Nov 10:00", answer.Sent},
		{"it came back", returned("WRONG_NAME"), "18 Nov 12:00", "16 Nov 12:00", answer.Returned},
		{"paid out again", returned("WRONG_NAME", to("18 Nov 14:00", bounced, process), to("18 Nov 15:00", process, sent)), "18 Nov 12:00", "16 Nov 12:00", answer.SentAgain},
		{"a failure speaks first", paidOut(fail("17 Nov 10:00", "WRONG_NAME")), "18 Nov 12:00", "16 Nov 12:00", answer.FailedStateUnchanged},
		{"not paid out yet", tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process)}, "18 Nov 12:00", "16 Nov 12:00", answer.InProcess},
	} {
		if got := c.tale.expects(c.at, c.fetched, ""); got.Code != c.want {
			t.Errorf("%s: the row is %s, want %s", c.name, got.Code, c.want)
		}
	}
}

// TestTheEstimateIsNotForTheCustomer: neither its day nor the reference of the payout.
func TestTheEstimateIsNotForTheCustomer(t *testing.T) {
	for _, tl := range []tale{paidOut(), returned("WRONG_NAME", to("18 Nov 14:00", bounced, process), to("18 Nov 15:00", process, sent)),
		{to("16 Nov 09:12", "", transfer.IncomingPaymentWaiting)}} {
		for _, at := range []string{"19 Nov 12:00", "29 Nov 12:00"} {
			a := tl.expects(at, "18 Nov 16:00", "PPR-77")
			if text := a.CustomerText.Text; strings.Contains(text, "19 Nov") || strings.Contains(text, "29 Nov") || strings.Contains(text, "PPR") {
				t.Errorf("%s: the customer is told %q", a.Code, text)
			}
		}
	}
}

// TestAnOldPayoutIsNotTracedForEver: after 90 days without a return or a question the
// row is "sent" again, and says that nobody knows.
func TestAnOldPayoutIsNotTracedForEver(t *testing.T) {
	told := func(tl tale, at time.Time) answer.Answer {
		return answer.Compose(answer.Input{Facts: tl.facts(), Catalogue: builtin, Funding: answer.ByCustomer, Now: at, Zone: time.UTC, Company: time.UTC,
			Estimate: &answer.Estimate{At: clock("18 Nov 12:00"), FetchedAt: clock("16 Nov 12:00")}, PayoutReference: "PPR-77"})
	}
	over := clock("18 Nov 12:00").AddDate(0, 0, 90)
	if a := told(paidOut(), over); a.Code != answer.SentOverdue {
		t.Errorf("on the 90th day the row is %s", a.Code)
	}
	if a := told(paidOut(open("20 Nov 10:00", "deposit_proof_needed")), over.Add(time.Second)); a.Code != answer.SentOverdue {
		t.Errorf("with a question of Wise's the row is %s", a.Code)
	}
	same(t, print(told(paidOut(), over.Add(time.Second))), strings.TrimLeft(`
sent: Paid out, done, recipient_bank
headline: Paid out on 16 Nov 2026; the estimate passed on 18 Nov 2026, nothing heard since.
where: Paid out by Wise. Wise does not report whether it has arrived.
since: Paid out 92 d ago (16 Nov 2026, 11:58 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: The recipient's side: the bank, wallet or card that the money was paid out to.
next: The estimate passed on 18 Nov 2026; nothing has been heard since, neither a return nor a question of Wise's. If the customer says that it is not there, have Wise trace it. The recipient's bank can search for the payout reference PPR-77.
tell: Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC). If it has not shown on the recipient's side, please tell us, so that we can have it traced.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov*
rests on: [4]
`, "\n"))
	if a := told(returned("WRONG_NAME"), over.AddDate(0, 0, 1)); a.Code != answer.Returned {
		t.Errorf("what came back is %s", a.Code)
	}
}
