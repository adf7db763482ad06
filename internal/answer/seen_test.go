package answer_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
)

// askedOn is when we asked in these tests: a day on which nothing else happens.
const askedOn = "20 Nov 13:37"

// saw is a state that Wise's API named when we asked.
func saw(at string, state transfer.State) transfer.Event {
	return event(at, transfer.Event{Kind: transfer.StateSeen, To: state})
}

// everyState are those of the seeds, and one that nobody knows.
var everyState = []transfer.State{waiting, announced, process, converted, sent, bounced, cancelled, refunded, charged, unknown, "parked"}

// honest are the two forms in which the time of an asking may be told.
var honest = regexp.MustCompile(`\(Wise's API said so on [^)]*\)|known since we asked Wise's API [^(]* ago \([^)]*\); (when it happened|since when it is so) is not known`)

// toldAsDate lists the sentences in which the day of the asking stands as if
// something had happened on it, and the stops that have it.
func toldAsDate(a answer.Answer) []string {
	var out []string
	for _, s := range []answer.Sentence{a.Headline, a.Where, a.Since, a.Why, a.WhoActsText, a.Next} {
		if left := honest.ReplaceAllString(s.Text, ""); strings.Contains(left, "20 Nov") || strings.Contains(left, "1 Jan 1") {
			out = append(out, s.Text)
		}
	}
	if text := a.CustomerText.Text; strings.Contains(text, "20 Nov") || strings.Contains(text, "1 Jan 1") {
		out = append(out, "to the customer: "+text)
	}
	if a.NewPayment != nil && strings.Contains(a.NewPayment.Ask, "20 Nov") {
		out = append(out, a.NewPayment.Ask)
	}
	for _, s := range a.Stops {
		if s.At.Truncate(24 * time.Hour).Equal(clock("20 Nov 00:00")) {
			out = append(out, "the stop "+s.Name+" has the day of the asking")
		}
	}
	return out
}

// TestTheDayOfAskingIsNeverTheDayOnWhichItHappened: after every row's tale, every
// state is seen by asking, and then perhaps another event comes.
func TestTheDayOfAskingIsNeverTheDayOnWhichItHappened(t *testing.T) {
	kathmandu, err := time.LoadLocation("Asia/Kathmandu")
	if err != nil {
		t.Fatal(err)
	}
	rowsSeen, flagged := map[answer.Code]bool{}, 0
	for _, p := range append(slices.Clone(places), place{tale: func(string) tale { return nil }}) {
		for _, state := range everyState {
			for _, later := range append([]transfer.State{""}, everyState...) {
				tl := append(slices.Clone(p.tale("ACCOUNT_CLOSED")), saw(askedOn, state), saw("20 Nov 14:00", state))
				if later != "" {
					tl = append(tl, to("21 Nov 07:00", state, later))
				}
				facts := tl.facts()
				held, _ := facts.Held()
				for i, funding := range []answer.Funding{answer.ByCustomer, answer.ByCompany} {
					estimate := []*answer.Estimate{nil, {At: clock("19 Nov 12:00"), FetchedAt: clock("21 Nov 07:30")}}[i]
					for _, at := range []time.Time{now, now.AddDate(1, 0, 0)} {
						a := answer.Compose(answer.Input{Facts: facts, Verification: p.verificationAt(), Estimate: estimate, PayoutReference: "REF-1", Catalogue: builtin, Funding: funding, Now: at, Zone: kathmandu, Company: time.UTC})
						rowsSeen[a.Code] = rowsSeen[a.Code] || held.Seen
						wrong := toldAsDate(a)
						a.CustomerText.Text = strings.ReplaceAll(a.CustomerText.Text, "The amount that arrived", "It") // of the open case
						for _, text := range append(wrong, faults(a, "ACCOUNT_CLOSED")...) {
							t.Fatalf("%s, %s seen after %s, then %q, funded by the %s: %s", a.Code, state, p.want, later, funding, text)
						}
						seen := slices.ContainsFunc(facts.Visits, func(v transfer.Visit) bool { return v.Seen })
						has := slices.ContainsFunc(a.Flags, func(f answer.Flag) bool { return f.Code == transfer.FlagStateByAsking })
						if seen != has {
							t.Fatalf("%s, %s seen after %s: flagged %v", a.Code, state, p.want, has)
						}
						if has {
							flagged++
						}
					}
				}
			}
		}
	}
	for _, code := range []answer.Code{
		answer.InboundReturned, answer.StateNotKnown, answer.ChargedBack, answer.ChargedBackAfterSent, answer.RefundedStateToCome, answer.Refunded,
		answer.RefundedAmountUnknown, answer.RefundReopened, answer.Unknown, answer.CancelledAfterReturn, answer.CancelledFunded, answer.CancelledUnclear,
		answer.Returned, answer.ReturnedNoReason, answer.ReturnedInProcess, answer.SentAgain, answer.FailedStateUnchanged, answer.Sent, answer.SentOverdue, answer.TakenBack,
		answer.HeldVerification, answer.Underfunded, answer.Converted, answer.InProcess, answer.FundingAnnounced, answer.WaitingFunding,
	} {
		if !rowsSeen[code] {
			t.Errorf("%s never spoke of a state that was seen", code)
		}
	}
	for _, code := range []answer.Code{answer.CancelledUnfunded, answer.RefundedUnsent} {
		if rowsSeen[code] {
			t.Errorf("%s spoke, which asking alone cannot tell", code)
		}
	}
	if flagged == 0 {
		t.Error("nothing was flagged")
	}
}

// TestSeen: what asking told, in words.
func TestSeen(t *testing.T) {
	for _, c := range []example{
		{"paid out", answer.ByCustomer, paidOut()[:3:3].and(saw(askedOn, sent)), `
sent: Paid out, done, recipient_bank
headline: Paid out by Wise; when is not known (Wise's API said so on 20 Nov 2026, 13:37 UTC).
where: Paid out by Wise. Wise does not report whether it has arrived.
since: Paid out, known since we asked Wise's API 18 h 23 min ago (20 Nov 2026, 13:37 UTC); when it happened is not known.
why: Nothing has failed, as far as Wise has told us.
acts: The recipient's side: the bank, wallet or card that the money was paid out to.
next: Wise reports nothing more unless it comes back: mostly within 2 to 3 business days, sometimes after weeks (Wise's own words).
tell: Your payment set up on 16 Nov 2026 (UTC) was paid out by Wise. It may take some time to show on the recipient's side.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out*
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [4]
`},
		{"returned", answer.ByCustomer, paidOut(saw(askedOn, bounced)), `
returned_no_reason: Back at Wise, problem, wise
headline: Returned to Wise, no reason given yet. Not refunded; it may still be delivered.
where: Back at Wise. It is not refunded, and it may still be delivered.
since: Back at Wise, known since we asked Wise's API 18 h 23 min ago (20 Nov 2026, 13:37 UTC); since when it is so is not known.
why: Wise has not told us the reason yet.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR could not be paid out, and Wise has not told us the reason yet. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise*
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [6]
`},
		{"refunded", answer.ByCompany, paidOut(saw(askedOn, refunded)), `
refunded_amount_unknown: Refunded, final, us
headline: Refunded to us; when is not known (Wise's API said so on 20 Nov). Nor is the amount.
where: Back with us: we fund the transfers, so Wise refunded it to us, not to the customer.
since: Refunded, known since we asked Wise's API 18 h 23 min ago (20 Nov 2026, 13:37 UTC); when it happened is not known.
why: Wise has not told us the reason.
acts: We: the money came back to us, and we owe it to the customer.
next: The refund event with the amount is still to come (the two come apart by minutes to hours); until then name no amount. Find out whether our own refund to the customer has gone out; it is not recorded here.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR did not go through. The money came back from Wise to us, and it is for us to return it to you. Please do not send it again yet.
stops: Customer 16 Nov, funded by us > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov > *Back with us*
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [6]
`},
		{"cancelled, and funded before", answer.ByCustomer, tale{to("16 Nov 11:40", waiting, process), saw(askedOn, cancelled)}, `
cancelled_funded: Cancelled, refund not reported, problem, wise
headline: Cancelled; when is not known (Wise's API said so on 20 Nov). No refund is reported.
where: At Wise, as far as it has told us: it had been funded and was cancelled. Events are missing before that, and no refund is reported.
since: Cancelled, known since we asked Wise's API 18 h 23 min ago (20 Nov 2026, 13:37 UTC); when it happened is not known.
why: Wise has not told us the reason.
acts: Wise: it has the money and has not reported a refund.
next: Wait for Wise to report the refund; this is not the end of it. If it stays so, ask Wise.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment was cancelled. Wise has not reported the refund yet. Please do not send it again yet.
stops: Customer > *Wise 16 Nov, cancelled* > (Converted) > (Paid out)
flag gap: The beginning is missing: the first state that we hold, “In process at Wise”, came after “Waiting to be funded”.
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [1 2]
`},
		{"cancelled, and never funded as far as we know", answer.ByCustomer, tale{to("16 Nov 11:40", "", waiting), saw(askedOn, cancelled)}, `
cancelled_unclear: Cancelled, problem, us
headline: Cancelled; when is not known (Wise's API said so on 20 Nov). Nor is whether it was paid.
where: Not known: the events before the cancellation are missing, so it may or may not have been funded.
since: Cancelled, known since we asked Wise's API 18 h 23 min ago (20 Nov 2026, 13:37 UTC); when it happened is not known.
why: The history before it is missing.
acts: We: find out from Wise, or from our own books, whether it had been paid.
next: Look the transfer up at Wise. Say neither that it was paid nor that it was not.
new: us, not_until_known, hold: Find out first whether this one had been paid.
tell: Your payment set up on 16 Nov 2026 (UTC) was cancelled, and we are finding out whether it had been paid. If you did pay for it, please tell us. Please do not send it again yet.
stops: Customer 16 Nov > (Wise) > (Converted) > (Paid out)
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [2]
`},
		{"nothing but asking", answer.ByCustomer, tale{saw(askedOn, bounced)}, `
returned_no_reason: Back at Wise, problem, wise
headline: Returned to Wise, no reason given yet. Not refunded; it may still be delivered.
where: Back at Wise. It is not refunded, and it may still be delivered.
since: Back at Wise, known since we asked Wise's API 18 h 23 min ago (20 Nov 2026, 13:37 UTC); since when it is so is not known.
why: Wise has not told us the reason yet.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment could not be paid out, and Wise has not told us the reason yet. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet.
stops: Customer > Wise > Converted > Paid out, came back > *Back at Wise*
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [1]
`},
		{"taken back", answer.ByCustomer, paidOut(saw(askedOn, process)), `
taken_back: Payout taken back, problem, wise
headline: In process again after it was paid out; when is not known (Wise's API said so on 20 Nov).
where: At Wise, in process again: the payout that it had reported no longer holds.
since: Payout taken back, known since we asked Wise's API 18 h 23 min ago (20 Nov 2026, 13:37 UTC); when it happened is not known.
why: Wise has not said why. Events are missing, so that it may also have come back.
acts: Wise: it has to pay out again or say what is wrong.
next: Watch for the next state. If the customer was told “sent”, tell them that it no longer holds.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC), and Wise has since taken it back into process. It is not paid out at present. Please do not send it again yet.
stops: Customer 16 Nov > *Wise 16 Nov, in process again* > (Converted) > (Paid out, taken back)
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [4 6]
`},
		{"a later event follows on what was seen", answer.ByCustomer, tale{to("16 Nov 11:40", waiting, process), saw(askedOn, sent), to("21 Nov 07:00", sent, bounced)}, `
returned_no_reason: Back at Wise, problem, wise
headline: Returned to Wise, no reason given yet. Not refunded; it may still be delivered.
where: Back at Wise. It is not refunded, and it may still be delivered.
since: Back at Wise for 1 h (since 21 Nov 2026, 07:00 UTC).
why: Wise has not told us the reason yet.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment could not be paid out, and Wise has not told us the reason yet. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet.
stops: Customer > Wise 16 Nov > Converted > Paid out, came back > *Back at Wise 21 Nov*
flag gap: The beginning is missing: the first state that we hold, “In process at Wise”, came after “Waiting to be funded”.
flag state_by_asking: Wise has not sent the event for “Paid out”. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [3]
`},
		{"a refund, and cancelled was seen after it", answer.ByCustomer, paidOut(refund("19 Nov 10:00", "1240", "EUR"), saw(askedOn, cancelled)), `
refunded_state_to_come: Refund reported, final, nobody
headline: Refunded 1,240.00 EUR on 19 Nov; the state is still to come.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refund reported 1 d 22 h ago (19 Nov 2026, 10:00 UTC).
why: Wise has not told us the reason.
acts: Nobody: Wise has refunded it.
next: The state has not followed the refund in 1 d 22 h: ask Wise whether the refund stands.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR did not go through. Wise refunded 1,240.00 EUR on 19 Nov 2026 (UTC), 10.00 EUR less than was sent; your bank may need some time to show it. Please do not send it again yet.
stops: Customer 16 Nov > *Wise 16 Nov* > (Converted) > (Paid out)
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
flag refund_state_missing: Wise reported a refund of 1,240.00 EUR on 19 Nov, and the state has not become “Refunded” in 1 d 22 h. For us: ask Wise.
flag refund_differs: The refund of 1,240.00 EUR is 10.00 EUR less than was sent (1,250.00 EUR). Wise has not said why.
rests on: [6 7]
`},
		{"a failure before it was seen to be paid out", answer.ByCustomer, tale{to("16 Nov 11:40", waiting, process), fail("17 Nov 10:00", "ACCOUNT_CLOSED"), saw(askedOn, sent)}, `
failed_state_unchanged: Payout failed, problem, wise
headline: Payout failed: the recipient's account is closed. No return or refund is reported.
where: Wise's API names the state “Paid out”; whether that was before the failure or after it is not known. The last payout attempt failed; no return and no refund is reported.
since: Payout failed 3 d 22 h ago (17 Nov 2026, 10:00 UTC).
why: The recipient's details were right, but the account is closed.
acts: Wise: it has not said whether the money is coming back.
next: Nothing says that it is coming back, and the state may stay as it is: watch it, and ask Wise if it does.
new: sender, after_fix, hold: Another account of the same recipient: all details anew, not only the number. Never pay to this account again.
tell: Your payment could not be paid out because the recipient's account is closed. Wise has not told us that it has come back. Please do not send it again yet; before a new payment, ask the recipient for another account, with all its details.
stops: Customer > Wise 16 Nov > Converted > *Paid out, payout failed*
flag gap: The beginning is missing: the first state that we hold, “In process at Wise”, came after “Waiting to be funded”.
flag state_by_asking: Wise has not sent the event for this state. We learned it by asking Wise's API on 20 Nov 2026, 13:37 UTC; other events may be missing too.
rests on: [2 3]
`},
	} {
		t.Run(c.name, c.holds)
	}
}

// and is the tale with more events.
func (tl tale) and(more ...transfer.Event) tale { return append(slices.Clone(tl), more...) }
