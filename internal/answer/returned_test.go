package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestReturned: the money is back at Wise.
func TestReturned(t *testing.T) {
	for _, c := range []example{
		{"with a reason", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), to("18 Nov 14:03", sent, bounced)), `
returned: Back at Wise, problem, wise
headline: Returned to Wise: the recipient's account is closed. Not refunded yet.
where: Back at Wise. It is not refunded, and it may still be delivered.
since: Back at Wise for 2 d 17 h (since 18 Nov 2026, 14:03 UTC).
why: The recipient's details were right, but the account is closed.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: sender, after_fix, hold: Another account of the same recipient: all details anew, not only the number. Never pay to this account again.
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet; before a new payment, ask the recipient for another account, with all its details.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov*
rests on: [6 7]
`},
		{"with a reason that nobody has classified", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "BRAND_NEW_CODE"), to("18 Nov 14:03", sent, bounced)), `
returned: Back at Wise, problem, wise
headline: Returned to Wise: brand new code. Not refunded yet.
where: Back at Wise. It is not refunded, and it may still be delivered.
since: Back at Wise for 2 d 17 h (since 18 Nov 2026, 14:03 UTC).
why: Wise gives a code that we have no card for: “BRAND_NEW_CODE”.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: us, not_until_known, hold: Ask Wise what the code means and what is needed; do not ask the customer for anything before that.
tell: Your payment of 1,250.00 EUR could not be paid out. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov*
rests on: [6 7]
`},
		{"with no reason", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced)), `
returned_no_reason: Back at Wise, problem, wise
headline: Returned to Wise, no reason given yet. Not refunded; it may still be delivered.
where: Back at Wise. It is not refunded, and it may still be delivered.
since: Back at Wise for 2 d 17 h (since 18 Nov 2026, 14:03 UTC).
why: Wise has not told us the reason yet.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR could not be paid out, and Wise has not told us the reason yet. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov*
rests on: [6]
`},
		{"the failure comes after the return", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), fail("18 Nov 14:04", "WRONG_RUT_NUMBER")), `
returned: Back at Wise, problem, wise
headline: Returned to Wise: the recipient's RUT number is wrong. Not refunded yet.
where: Back at Wise. It is not refunded, and it may still be delivered.
since: Back at Wise for 2 d 17 h (since 18 Nov 2026, 14:03 UTC).
why: The recipient's RUT (Rol Único Tributario, Chile) is not valid.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: sender, after_fix, hold: The Chilean RUT, with its check digit, of the account holder (person or company).
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's RUT number is not right. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet; before a new payment, ask the recipient for the RUT of the account holder, with its last digit.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov*
rests on: [6 7]
`},
		{"in process again is never plain processing", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), to("18 Nov 14:03", sent, bounced), to("19 Nov 09:00", bounced, process)), `
returned_in_process: Back at Wise, problem, wise
headline: Back at Wise, in process: a refund or a new attempt, Wise has not said which.
where: Back at Wise and in process there again since 19 Nov.
since: Back at Wise for 2 d 17 h (since 18 Nov 2026, 14:03 UTC).
why: The recipient's details were right, but the account is closed.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: sender, after_fix, hold: Another account of the same recipient: all details anew, not only the number. Never pay to this account again.
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. It came back to Wise and is in process there; Wise will either deliver it or refund it and has not told us which. Please do not send it again yet; before a new payment, ask the recipient for another account, with all its details.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov, in process again*
rests on: [7 8]
`},
		{"only previous_state tells of the return", answer.ByCustomer, tale{to("19 Nov 09:00", bounced, process)}, `
returned_in_process: Back at Wise, problem, wise
headline: Back at Wise, in process: a refund or a new attempt, Wise has not said which.
where: Back at Wise and in process there again since 19 Nov.
since: Back at Wise at least for 1 d 23 h (since 19 Nov 2026, 09:00 UTC).
why: Wise has not told us the reason.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment could not be paid out. It came back to Wise and is in process there; Wise will either deliver it or refund it and has not told us which. Please do not send it again yet.
stops: Customer > Wise 19 Nov > Converted > Paid out, came back > *Back at Wise, in process again*
flag gap: The beginning is missing: the first state that we hold, “In process at Wise”, came after “Back at Wise”.
rests on: [1]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
