package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestSent: paid out is not arrived.
func TestSent(t *testing.T) {
	for _, c := range []example{
		{"paid out", answer.ByCustomer, paidOut(), `
sent: Paid out, done, recipient_bank
headline: Paid out by Wise on 16 Nov; it may not have arrived yet.
where: Paid out by Wise. Wise does not report whether it has arrived.
since: Paid out 4 d 20 h ago (16 Nov 2026, 11:58 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: The recipient's side: the bank, wallet or card that the money was paid out to.
next: Wise reports nothing more unless it comes back: mostly within 2 to 3 business days, sometimes after weeks (Wise's own words).
tell: Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC). It may take some time to show on the recipient's side.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov*
rests on: [4]
`},
		{"an event is missing before it", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:58", converted, sent)}, `
sent: Paid out, done, recipient_bank
headline: Paid out by Wise on 16 Nov; it may not have arrived yet.
where: Paid out by Wise. Wise does not report whether it has arrived.
since: Paid out 4 d 20 h ago (16 Nov 2026, 11:58 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: The recipient's side: the bank, wallet or card that the money was paid out to.
next: Wise reports nothing more unless it comes back: mostly within 2 to 3 business days, sometimes after weeks (Wise's own words).
tell: Your payment set up on 16 Nov 2026 (UTC) was paid out by Wise on 16 Nov 2026. It may take some time to show on the recipient's side.
stops: Customer 16 Nov > Wise > Converted > *Paid out 16 Nov*
flag gap: An event is missing here: before “Paid out” Wise names “Converted”, which we do not hold.
rests on: [2]
`},
		{"paid out again, the old reason is not shown", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), to("18 Nov 14:03", sent, bounced), to("19 Nov 09:00", bounced, process), to("20 Nov 09:00", process, sent)), `
sent_again: Paid out again, done, recipient_bank
headline: Paid out again on 20 Nov; the first attempt came back on 18 Nov.
where: Paid out by Wise. Wise does not report whether it has arrived.
since: Paid out again 23 h ago (20 Nov 2026, 09:00 UTC).
why: Nothing has failed since it was paid out again, as far as Wise has told us.
acts: The recipient's side: the bank, wallet or card that the money was paid out to.
next: Wise reports nothing more unless it comes back: mostly within 2 to 3 business days, sometimes after weeks (Wise's own words).
tell: Your payment of 1,250.00 EUR was paid out again by Wise on 20 Nov 2026 (UTC), after the first attempt had come back. It may take some time to show on the recipient's side.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 20 Nov, again*
rests on: [7 9]
`},
		{"paid out a third time", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("18 Nov 15:00", bounced, process), to("18 Nov 16:00", process, sent), to("19 Nov 14:00", sent, bounced), to("19 Nov 15:00", bounced, process), to("20 Nov 09:00", process, sent)), `
sent_again: Paid out again, done, recipient_bank
headline: Paid out again on 20 Nov; the attempt before came back on 19 Nov.
where: Paid out by Wise. Wise does not report whether it has arrived.
since: Paid out again 23 h ago (20 Nov 2026, 09:00 UTC).
why: Nothing has failed since it was paid out again, as far as Wise has told us.
acts: The recipient's side: the bank, wallet or card that the money was paid out to.
next: Wise reports nothing more unless it comes back: mostly within 2 to 3 business days, sometimes after weeks (Wise's own words).
tell: Your payment of 1,250.00 EUR was paid out again by Wise on 20 Nov 2026 (UTC), after the attempt before had come back. It may take some time to show on the recipient's side.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 20 Nov, again*
rests on: [9 11]
`},
		{"taken back into process", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, process)), `
taken_back: Payout taken back, problem, wise
headline: Wise took the payout of 16 Nov back into process on 18 Nov.
where: At Wise, in process again: the payout that it had reported no longer holds.
since: Payout taken back 2 d 17 h ago (18 Nov 2026, 14:03 UTC).
why: Wise has not said why it took the payout back.
acts: Wise: it has to pay out again or say what is wrong.
next: Watch for the next state. If the customer was told “sent”, tell them that it no longer holds.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC), and Wise has since taken it back into process. It is not paid out at present. Please do not send it again yet.
stops: Customer 16 Nov > *Wise 16 Nov, in process again* > (Converted) > (Paid out, taken back)
flag rollback: Wise stepped back on 18 Nov, from “Paid out” to “In process at Wise”: what was said before that no longer holds.
rests on: [4 6]
`},
		{"taken back to converted, only previous_state tells of the payout", answer.ByCustomer, tale{to("18 Nov 14:03", sent, converted)}, `
taken_back: Payout taken back, problem, wise
headline: Wise took the payout back into process on 18 Nov; it is not paid out now.
where: At Wise, in process again: the payout that it had reported no longer holds.
since: Payout taken back 2 d 17 h ago (18 Nov 2026, 14:03 UTC).
why: Wise has not said why it took the payout back.
acts: Wise: it has to pay out again or say what is wrong.
next: Watch for the next state. If the customer was told “sent”, tell them that it no longer holds.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment was paid out by Wise, and Wise has since taken it back into process. It is not paid out at present. Please do not send it again yet.
stops: Customer > Wise > *Converted 18 Nov* > (Paid out, taken back)
flag gap: The beginning is missing: the first state that we hold, “Converted”, came after “Paid out”.
flag rollback: Wise stepped back on 18 Nov, from “Paid out” to “Converted”: what was said before that no longer holds.
rests on: [1]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
