package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestReopened: a refund that did not stand, and unknown.
func TestReopened(t *testing.T) {
	for _, c := range []example{
		{"refunded, then in process", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("19 Nov 10:00", bounced, refunded), refund("19 Nov 10:00", "1240", "EUR"), to("20 Nov 10:00", refunded, process)), `
refund_reopened: Refund taken back, problem, wise
headline: Wise took the refund back into process on 20 Nov; it is no longer certain.
where: At Wise: the refund that it had reported no longer holds. The last state is “In process at Wise”.
since: Refund taken back 22 h ago (20 Nov 2026, 10:00 UTC).
why: Wise has not told us the reason.
acts: Wise: it has to say what becomes of the money now.
next: Ask Wise whether the refund stands. If the customer was told “refunded”, tell them that it is no longer certain.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Wise had reported a refund of your payment of 1,250.00 EUR, and has since taken that back. The refund is no longer certain. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov*
flag rollback: Wise stepped back on 20 Nov, from “Refunded” to “In process at Wise”: what was said before that no longer holds.
rests on: [7 8 9]
`},
		{"a refund event, then cancelled", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), refund("19 Nov 10:00", "1240", "EUR"), to("20 Nov 10:00", bounced, cancelled)), `
refund_reopened: Refund not certain, problem, wise
headline: Wise reported a refund on 19 Nov, then “cancelled” on 20 Nov; no longer certain.
where: Not certain: Wise reported a refund, and then “Cancelled”, which says nothing of the refund.
since: Cancelled after the refund 22 h ago (20 Nov 2026, 10:00 UTC).
why: Wise has not told us the reason.
acts: Wise: it has to say what becomes of the money now.
next: Ask Wise whether the refund stands. If the customer was told “refunded”, tell them that it is no longer certain.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Wise had reported a refund of your payment of 1,250.00 EUR, and Wise has since told us that the payment is cancelled. The refund is no longer certain. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov*
rests on: [7 8]
`},
		{"refunded, then paid out after all", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("19 Nov 10:00", bounced, refunded), refund("19 Nov 10:00", "1240", "EUR"), to("20 Nov 10:00", refunded, process), to("20 Nov 12:00", process, sent)), `
refund_reopened: Refund taken back, problem, wise
headline: Refund taken back on 20 Nov, paid out on 20 Nov; it may not have arrived yet.
where: Paid out by Wise, after the refund that it had reported did not stand.
since: Refund taken back 22 h ago (20 Nov 2026, 10:00 UTC).
why: Wise has not told us the reason.
acts: Wise: it has to say what becomes of the money now.
next: Ask Wise whether the refund stands. If the customer was told “refunded”, tell them that it is no longer certain.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Wise had reported a refund of your payment of 1,250.00 EUR, and then paid it out on 20 Nov 2026 (UTC) instead. It may take some time to show on the recipient's side. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 20 Nov, again*
flag rollback: Wise stepped back on 20 Nov, from “Refunded” to “In process at Wise”: what was said before that no longer holds.
rests on: [7 8 9 10]
`},
		{"refunded twice, the second one stands", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("19 Nov 10:00", bounced, refunded), refund("19 Nov 10:00", "1240", "EUR"), to("20 Nov 10:00", refunded, process), to("20 Nov 12:00", process, refunded), refund("20 Nov 12:00", "1230", "EUR")), `
refunded: Refunded, final, nobody
headline: Refunded 1,230.00 EUR on 20 Nov.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 20 h ago (20 Nov 2026, 12:00 UTC).
why: Wise has not told us the reason.
acts: Nobody: Wise has refunded it.
next: Nothing more. If the customer does not find it, look for the amount and the date together.
new: unknown, not_until_known: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR could not be paid out. Wise refunded 1,230.00 EUR on 20 Nov 2026 (UTC), 20.00 EUR less than was sent; your bank may need some time to show it.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back to the customer 20 Nov, 1,230.00 EUR*
flag rollback: Wise stepped back on 20 Nov, from “Refunded” to “In process at Wise”: what was said before that no longer holds.
flag several_refunds: 2 refunds are reported; they are shown one by one and not added up.
flag refund_differs: The refund of 1,230.00 EUR is 20.00 EUR less than was sent (1,250.00 EUR). Wise has not said why.
rests on: [10 11]
`},
		{"unknown", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("17 Nov 08:00", process, unknown)}, `
unknown: Wise needs information, problem, us
headline: Wise needs information to finish it. It has written to someone: see our own mailbox.
where: At Wise, which cannot finish it as long as the information is missing.
since: Wise needs information for 4 d (since 17 Nov 2026, 08:00 UTC).
why: Wise lacks information, for example the account for a refund. It does not say here what.
acts: We: find Wise's e-mail, or ask Wise what is missing; then the sender, if they are the one who has it.
next: Look in our own mailbox. If nothing is there, ask Wise what it needs and whom it asked.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Wise needs more information before it can finish your payment set up on 16 Nov 2026 (UTC). We are finding out what is missing and will ask you if it is something that you have. Please do not send it again yet.
stops: Customer 16 Nov > *Wise 16 Nov, needs information* > (Converted) > (Paid out)
rests on: [3]
`},
		{"unknown after a return", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "WRONG_NAME"), to("18 Nov 14:03", sent, bounced), to("19 Nov 08:00", bounced, unknown)), `
unknown: Wise needs information, problem, us
headline: Wise needs information to finish it. It has written to someone: see our own mailbox.
where: Back at Wise, which cannot finish it as long as the information is missing.
since: Wise needs information for 2 d (since 19 Nov 2026, 08:00 UTC).
why: Wise lacks information, for example the account for a refund. It does not say here what.
acts: We: find Wise's e-mail, or ask Wise what is missing; then the sender, if they are the one who has it.
next: Look in our own mailbox. If nothing is there, ask Wise what it needs and whom it asked.
new: sender, after_fix, hold: The holder's full name exactly as the bank has it: both surnames, the legal form of a company, local script if the route uses it. Ask also: “How did you get these details?”
tell: Wise needs more information before it can finish your payment of 1,250.00 EUR. We are finding out what is missing and will ask you if it is something that you have. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov, needs information*
rests on: [7 8]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
