package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestCancelled: cancelled: only the history tells what it means.
func TestCancelled(t *testing.T) {
	for _, c := range []example{
		{"after a return", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "WRONG_NAME"), to("18 Nov 14:03", sent, bounced), to("19 Nov 08:00", bounced, process), to("19 Nov 09:00", process, cancelled)), `
cancelled_after_return: Cancelled, refund not reported, problem, wise
headline: Cancelled on 19 Nov after it came back; the refund is not reported yet.
where: Back at Wise. It was cancelled after it came back, and no refund is reported.
since: Cancelled 1 d 23 h ago (19 Nov 2026, 09:00 UTC).
why: The account number matches, but the name is not exactly the one that the bank has.
acts: Wise: it has the money and has not reported a refund.
next: Wait for Wise to report the refund; this is not the end of it. If it stays so, ask Wise.
new: sender, after_fix, hold: The holder's full name exactly as the bank has it: both surnames, the legal form of a company, local script if the route uses it. Ask also: “How did you get these details?”
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's name does not match the account. It came back to Wise and was cancelled; Wise has not reported the refund yet. Please do not send it again yet; before a new payment, ask the recipient for the account holder's full name, exactly as their bank has it.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov, cancelled*
flag cancelled_unrefunded: Cancelled for 1 d 23 h after it came back, and no refund is reported: ask Wise.
rests on: [7 9]
`},
		{"after a return and a second payout", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("19 Nov 08:00", bounced, process), to("19 Nov 09:00", process, sent), to("20 Nov 09:00", sent, cancelled)), `
cancelled_after_return: Cancelled, refund not reported, problem, wise
headline: Cancelled on 20 Nov; it had come back and was paid out again. No refund is reported.
where: Not certain: it came back, was paid out again, and was cancelled then. No refund is reported.
since: Cancelled 23 h ago (20 Nov 2026, 09:00 UTC).
why: Wise has not told us the reason.
acts: Wise: it has not said where the money is, and has not reported a refund.
next: Wait for Wise to report the refund; this is not the end of it. If it stays so, ask Wise.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR was cancelled. Wise has not reported the refund yet. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 19 Nov
rests on: [6 9]
`},
		{"after funding", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("17 Nov 08:00", process, cancelled)}, `
cancelled_funded: Cancelled, refund not reported, problem, wise
headline: Cancelled on 17 Nov before it was paid out; the refund is not reported yet.
where: At Wise: it had been funded, was cancelled, and no refund is reported.
since: Cancelled 4 d ago (17 Nov 2026, 08:00 UTC).
why: Wise has not told us the reason.
acts: Wise: it has the money and has not reported a refund.
next: Wait for Wise to report the refund; this is not the end of it. If it stays so, ask Wise.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment set up on 16 Nov 2026 (UTC) was cancelled before it was paid out. Wise has not reported the refund yet. Please do not send it again yet.
stops: Customer 16 Nov > *Wise 16 Nov, cancelled* > (Converted) > (Paid out)
rests on: [2 3]
`},
		{"though paid out", answer.ByCustomer, paidOut(to("17 Nov 08:00", sent, cancelled)), `
cancelled_funded: Cancelled, refund not reported, problem, wise
headline: Cancelled on 17 Nov though it had been paid out; no refund is reported yet.
where: Not certain: it had been paid out before it was cancelled, and no refund is reported.
since: Cancelled 4 d ago (17 Nov 2026, 08:00 UTC).
why: Wise has not told us the reason.
acts: Wise: it has not said where the money is, and has not reported a refund.
next: Wait for Wise to report the refund; this is not the end of it. If it stays so, ask Wise.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR was cancelled. Wise has not reported the refund yet. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov
rests on: [4 6]
`},
		{"never funded", answer.ByCustomer, tale{to("2 Nov 09:12", "", waiting), to("16 Nov 08:00", waiting, cancelled)}, `
cancelled_unfunded: Cancelled, final, nobody
headline: Cancelled on 16 Nov; Wise says it was never funded.
where: Not at Wise, which says that it never had the money.
since: Cancelled 5 d ago (16 Nov 2026, 08:00 UTC).
why: Wise calls a transfer that was never funded “cancelled”.
acts: Nobody: Wise says that no money came in.
next: Nothing, unless the customer did pay: then find that payment before anything else.
new: sender, yes: Ask first whether the customer did pay for this one; if not, a new transfer may be made.
tell: Your payment set up on 2 Nov 2026 (UTC) was cancelled; Wise tells us that it was never funded. If you did pay for it, please tell us.
stops: *Customer 2 Nov, cancelled, never funded* > (Wise) > (Converted) > (Paid out)
rests on: [1 2]
`},
		{"never funded, by us", answer.ByCompany, tale{to("2 Nov 09:12", "", waiting), to("16 Nov 08:00", waiting, cancelled)}, `
cancelled_unfunded: Cancelled, final, nobody
headline: Cancelled on 16 Nov; Wise says it was never funded.
where: Not at Wise, which says that it never had the money.
since: Cancelled 5 d ago (16 Nov 2026, 08:00 UTC).
why: Wise calls a transfer that was never funded “cancelled”.
acts: Nobody: Wise says that no money came in.
next: Find out on our side why it was not funded.
new: us, yes: Find out first, on our side, why it was not funded; then a new transfer may be made.
tell: Your payment set up on 2 Nov 2026 (UTC) was cancelled; Wise tells us that it was never funded. If you have paid us for it, please tell us.
stops: *Customer 2 Nov, cancelled, never funded* > (Wise) > (Converted) > (Paid out)
rests on: [1 2]
`},
		{"nothing else is known", answer.ByCustomer, tale{to("16 Nov 08:00", waiting, cancelled)}, `
cancelled_unclear: Cancelled, problem, us
headline: Cancelled on 16 Nov; we don't know whether it had been paid.
where: Not known: the events before the cancellation are missing, so it may or may not have been funded.
since: Cancelled 5 d ago (16 Nov 2026, 08:00 UTC).
why: The history before it is missing.
acts: We: find out from Wise, or from our own books, whether it had been paid.
next: Look the transfer up at Wise. Say neither that it was paid nor that it was not.
new: us, not_until_known, hold: Find out first whether this one had been paid.
tell: Your payment was cancelled, and we are finding out whether it had been paid. If you did pay for it, please tell us. Please do not send it again yet.
stops: Customer > (Wise) > (Converted) > (Paid out)
flag gap: The beginning is missing: the first state that we hold, “Cancelled”, came after “Waiting to be funded”.
rests on: [1]
`},
		{"debited, and yet no funding reported", answer.ByCustomer, tale{to("2 Nov 09:12", "", waiting), debit("2 Nov 10:00", "5", "EUR"), to("16 Nov 08:00", waiting, cancelled)}, `
cancelled_unclear: Cancelled, problem, us
headline: Cancelled on 16 Nov; we don't know whether it had been paid.
where: Not certain: a balance was debited for it, and yet Wise reports no funding.
since: Cancelled 5 d ago (16 Nov 2026, 08:00 UTC).
why: Wise's events disagree: a balance was debited for a transfer that was cancelled unfunded.
acts: We: find out from Wise, or from our own books, whether it had been paid.
next: Look the transfer up at Wise. Say neither that it was paid nor that it was not.
new: us, not_until_known, hold: Find out first whether this one had been paid.
tell: Your payment of 5.00 EUR was cancelled, and we are finding out whether it had been paid. If you did pay for it, please tell us. Please do not send it again yet.
stops: Customer 2 Nov > (Wise) > (Converted) > (Paid out)
flag debited_unfunded: A balance was debited 5.00 EUR for it on 2 Nov, though Wise reports no funding.
rests on: [3]
`},
		{"with a case that is stale", answer.ByCustomer, tale{to("2 Nov 09:12", "", waiting), open("3 Nov 09:00", "deposit_amount_less_invoice"), to("16 Nov 08:00", waiting, cancelled)}, `
cancelled_unfunded: Cancelled, final, nobody
headline: Cancelled on 16 Nov; Wise says it was never funded.
where: Not at Wise, which says that it never had the money.
since: Cancelled 5 d ago (16 Nov 2026, 08:00 UTC).
why: Wise calls a transfer that was never funded “cancelled”.
acts: Nobody: Wise says that no money came in.
next: Nothing, unless the customer did pay: then find that payment before anything else.
new: sender, yes: Ask first whether the customer did pay for this one; if not, a new transfer may be made.
tell: Your payment set up on 2 Nov 2026 (UTC) was cancelled; Wise tells us that it was never funded. If you did pay for it, please tell us.
stops: *Customer 2 Nov, cancelled, never funded* > (Wise) > (Converted) > (Paid out)
flag stale_case: A case is still listed though the transfer is over (the amount does not cover the transfer): probably stale.
rests on: [1 3]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
