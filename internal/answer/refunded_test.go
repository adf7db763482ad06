package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestRefunded: refunds, and to whom they go.
func TestRefunded(t *testing.T) {
	for _, c := range []example{
		{"the refund event is newer than the last state", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), to("18 Nov 14:03", sent, bounced), refund("20 Nov 10:00", "1240", "EUR")), `
refunded_state_to_come: Refund reported, final, nobody
headline: Refunded 1,240.00 EUR on 20 Nov; the state is still to come.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refund reported 22 h ago (20 Nov 2026, 10:00 UTC).
why: The recipient's details were right, but the account is closed.
acts: Nobody: Wise has refunded it.
next: Wait for the state: Wise reports it apart from the refund, and the two come apart by minutes to hours.
new: sender, after_fix, hold: Another account of the same recipient: all details anew, not only the number. Never pay to this account again.
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. Wise refunded 1,240.00 EUR on 20 Nov 2026 (UTC), 10.00 EUR less than was sent; your bank may need some time to show it. Please do not send it again yet; before a new payment, ask the recipient for another account, with all its details.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov, refund reported*
flag refund_differs: The refund of 1,240.00 EUR is 10.00 EUR less than was sent (1,250.00 EUR). Wise has not said why.
rests on: [7 8]
`},
		{"the same where the company funds", answer.ByCompany, paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), to("18 Nov 14:03", sent, bounced), refund("20 Nov 10:00", "1240", "EUR")), `
refunded_state_to_come: Refund reported, final, us
headline: Refunded 1,240.00 EUR to us on 20 Nov; the state is still to come.
where: Back with us: we fund the transfers, so Wise refunded it to us, not to the customer.
since: Refund reported 22 h ago (20 Nov 2026, 10:00 UTC).
why: The recipient's details were right, but the account is closed.
acts: We: the money came back to us, and we owe it to the customer.
next: Wait for the state: Wise reports it apart from the refund, and the two come apart by minutes to hours. Find out whether our own refund to the customer has gone out; it is not recorded here.
new: sender, after_fix, hold: Another account of the same recipient: all details anew, not only the number. Never pay to this account again.
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. The money came back from Wise to us on 20 Nov 2026 (UTC), and it is for us to return it to you. Please do not send it again yet; before a new payment, ask the recipient for another account, with all its details.
stops: Customer 16 Nov, funded by us > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov, refund reported*
flag refund_differs: The refund of 1,240.00 EUR is 10.00 EUR less than was sent (1,250.00 EUR). Wise has not said why.
rests on: [7 8]
`},
		{"the whole problem flow", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), to("18 Nov 14:03", sent, bounced), to("19 Nov 09:00", bounced, process), to("19 Nov 09:30", process, cancelled), to("20 Nov 10:00", cancelled, refunded), refund("20 Nov 10:00", "1240", "EUR")), `
refunded: Refunded, final, nobody
headline: Refunded 1,240.00 EUR on 20 Nov.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 22 h ago (20 Nov 2026, 10:00 UTC).
why: The recipient's details were right, but the account is closed.
acts: Nobody: Wise has refunded it.
next: Nothing more. If the customer does not find it, look for the amount and the date together.
new: sender, after_fix: Another account of the same recipient: all details anew, not only the number. Never pay to this account again.
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. Wise refunded 1,240.00 EUR on 20 Nov 2026 (UTC), 10.00 EUR less than was sent; your bank may need some time to show it. Before a new payment, please ask the recipient for another account, with all its details.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back to the customer 20 Nov, 1,240.00 EUR*
flag refund_differs: The refund of 1,240.00 EUR is 10.00 EUR less than was sent (1,250.00 EUR). Wise has not said why.
rests on: [10 11]
`},
		{"a technical delay, and refunded after all: nothing is watched any more", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "TECHNICAL_ISSUE_RETRYABLE"), to("18 Nov 14:03", sent, bounced), to("20 Nov 10:00", bounced, refunded), refund("20 Nov 10:00", "1250", "EUR")), `
refunded: Refunded, final, nobody
headline: Refunded 1,250.00 EUR on 20 Nov.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 22 h ago (20 Nov 2026, 10:00 UTC).
why: Wise met a technical delay; after this code it tries again by itself.
acts: Nobody: Wise has refunded it.
next: Nothing more. If the customer does not find it, look for the amount and the date together.
new: sender, yes: Nothing to change: the details were not at fault, so the same payment may be made again.
tell: Your payment of 1,250.00 EUR could not be paid out because of a technical delay. Wise refunded 1,250.00 EUR on 20 Nov 2026 (UTC); your bank may need some time to show it.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back to the customer 20 Nov, 1,250.00 EUR*
rests on: [8 9]
`},
		{"refunded to us, so nobody says refunded to the customer", answer.ByCompany, paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), to("18 Nov 14:03", sent, bounced), to("20 Nov 10:00", bounced, refunded), refund("20 Nov 10:00", "1240", "EUR")), `
refunded: Refunded, final, us
headline: Refunded 1,240.00 EUR to us on 20 Nov; our own refund is not recorded.
where: Back with us: we fund the transfers, so Wise refunded it to us, not to the customer.
since: Refunded 22 h ago (20 Nov 2026, 10:00 UTC).
why: The recipient's details were right, but the account is closed.
acts: We: the money came back to us, and we owe it to the customer.
next: Find out whether our own refund to the customer has gone out; it is not recorded here.
new: sender, after_fix: Another account of the same recipient: all details anew, not only the number. Never pay to this account again.
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's account is closed. The money came back from Wise to us on 20 Nov 2026 (UTC), and it is for us to return it to you. Before a new payment, please ask the recipient for another account, with all its details.
stops: Customer 16 Nov, funded by us > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back with us 20 Nov, 1,240.00 EUR*
flag refund_differs: The refund of 1,240.00 EUR is 10.00 EUR less than was sent (1,250.00 EUR). Wise has not said why.
rests on: [8 9]
`},
		{"refunded to a Wise balance, a reason told softly", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "ACCOUNT_FROZEN"), to("18 Nov 14:03", sent, bounced), to("20 Nov 10:00", bounced, refunded), refund("20 Nov 10:00", "1240", "EUR"), credit("20 Nov 10:00", "1240", "EUR")), `
refunded: Refunded, final, nobody
headline: Refunded 1,240.00 EUR on 20 Nov.
where: In a Wise balance: 1,240.00 EUR was credited on 20 Nov with this transfer's number.
since: Refunded 22 h ago (20 Nov 2026, 10:00 UTC).
why: The recipient's details were right, but the bank has frozen the account.
acts: Nobody: Wise has refunded it.
next: Nothing more. If the customer does not find it, look for the amount and the date together.
new: recipient, after_fix: The recipient clears it with their bank and then confirms that the account can be paid to.
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's bank cannot credit this account at present. Wise refunded 1,240.00 EUR to your Wise balance on 20 Nov 2026 (UTC), 10.00 EUR less than was sent. Before a new payment, please ask the recipient to settle this with their bank and to confirm it to you.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back to the customer 20 Nov, 1,240.00 EUR*
flag refund_differs: The refund of 1,240.00 EUR is 10.00 EUR less than was sent (1,250.00 EUR). Wise has not said why.
rests on: [8 9]
`},
		{"two refunds are not added up", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("20 Nov 10:00", bounced, refunded), refund("20 Nov 10:00", "1240", "EUR"), refund("20 Nov 12:00", "10", "EUR")), `
refunded: Refunded, final, nobody
headline: Refunded 1,240.00 EUR and 10.00 EUR on 20 Nov.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 20 h ago (20 Nov 2026, 12:00 UTC).
why: Wise has not told us the reason.
acts: Nobody: Wise has refunded it.
next: Nothing more. If the customer does not find it, look for the amount and the date together.
new: unknown, not_until_known: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR could not be paid out. Wise refunded 1,240.00 EUR and 10.00 EUR on 20 Nov 2026 (UTC); your bank may need some time to show it.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back to the customer 20 Nov, 1,240.00 EUR and 10.00 EUR*
flag several_refunds: 2 refunds are reported; they are shown one by one and not added up.
rests on: [7 8 9]
`},
		{"an amount in no currency of this world", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("20 Nov 10:00", bounced, refunded), refund("20 Nov 10:00", "1240", "<b>\u202eX")), `
refunded: Refunded, final, nobody
headline: Refunded 1240 <b>\u202eX on 20 Nov.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 22 h ago (20 Nov 2026, 10:00 UTC).
why: Wise has not told us the reason.
acts: Nobody: Wise has refunded it.
next: Nothing more. If the customer does not find it, look for the amount and the date together.
new: unknown, not_until_known: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR could not be paid out. Wise refunded it on 20 Nov 2026 (UTC); your bank may need some time to show it.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back to the customer 20 Nov, 1240 <b>\u202eX*
rests on: [7 8]
`},
		{"the beginning is missing, so nobody says never paid out", answer.ByCustomer, tale{to("17 Nov 08:00", process, refunded), refund("17 Nov 08:00", "1250", "EUR")}, `
refunded: Refunded, final, nobody
headline: Refunded 1,250.00 EUR on 17 Nov.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 4 d ago (17 Nov 2026, 08:00 UTC).
why: Wise has not told us the reason.
acts: Nobody: Wise has refunded it.
next: Nothing more. If the customer does not find it, look for the amount and the date together.
new: unknown, not_until_known: Nothing yet: Wise has not told us the reason.
tell: Your payment did not go through. Wise refunded 1,250.00 EUR on 17 Nov 2026 (UTC); your bank may need some time to show it.
stops: Customer > Wise > (Converted) > (Paid out) > *Back to the customer 17 Nov, 1,250.00 EUR*
flag gap: The beginning is missing: the first state that we hold, “Refunded”, came after “In process at Wise”.
rests on: [1 2]
`},
		{"the amount is not reported", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("20 Nov 10:00", bounced, refunded)), `
refunded_amount_unknown: Refunded, final, nobody
headline: Refunded on 20 Nov; the amount is not reported yet.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 22 h ago (20 Nov 2026, 10:00 UTC).
why: Wise has not told us the reason.
acts: Nobody: Wise has refunded it.
next: The refund event with the amount is still to come (the two come apart by minutes to hours); until then name no amount.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR could not be paid out. Wise refunded it on 20 Nov 2026 (UTC); your bank may need some time to show it. Please do not send it again until you have seen the refund.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back to the customer 20 Nov*
rests on: [7]
`},
		{"the amount is not reported, and it came to us", answer.ByCompany, paidOut(to("18 Nov 14:03", sent, bounced), to("20 Nov 10:00", bounced, refunded)), `
refunded_amount_unknown: Refunded, final, us
headline: Refunded to us on 20 Nov; the amount is not reported yet.
where: Back with us: we fund the transfers, so Wise refunded it to us, not to the customer.
since: Refunded 22 h ago (20 Nov 2026, 10:00 UTC).
why: Wise has not told us the reason.
acts: We: the money came back to us, and we owe it to the customer.
next: The refund event with the amount is still to come (the two come apart by minutes to hours); until then name no amount. Find out whether our own refund to the customer has gone out; it is not recorded here.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment of 1,250.00 EUR could not be paid out. The money came back from Wise to us on 20 Nov 2026 (UTC), and it is for us to return it to you. Please do not send it again yet.
stops: Customer 16 Nov, funded by us > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > Back at Wise 18 Nov > *Back with us 20 Nov*
rests on: [7]
`},
		{"never paid out, amount not reported", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("17 Nov 08:00", process, refunded)}, `
refunded_unsent: Refunded, final, nobody
headline: Never paid out; refunded on 17 Nov, the amount is not reported yet.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 4 d ago (17 Nov 2026, 08:00 UTC).
why: Wise has given no reason. Do not guess one.
acts: Nobody: Wise has refunded it.
next: The refund event with the amount has not come in 4 d: look for the credit, and ask Wise; until then name no amount.
new: unknown, not_until_known, hold: Nothing yet: Wise has not told us the reason.
tell: Your payment set up on 16 Nov 2026 (UTC) was not paid out. Wise refunded it on 17 Nov 2026; your bank may need some time to show it. Please do not send it again until you have seen the refund.
stops: Customer 16 Nov > Wise 16 Nov > (Converted) > (Paid out) > *Back to the customer 17 Nov*
flag refund_event_missing: The state says refunded since 17 Nov, and no refund event has told the amount in 4 d. For us: ask Wise.
rests on: [1 2 3]
`},
		{"never paid out, amount reported", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("17 Nov 08:00", process, refunded), refund("17 Nov 08:00", "1250", "EUR")}, `
refunded_unsent: Refunded, final, nobody
headline: Never paid out; refunded 1,250.00 EUR on 17 Nov.
where: Refunded by Wise; the customer's bank may need days to show it.
since: Refunded 4 d ago (17 Nov 2026, 08:00 UTC).
why: Wise has given no reason. Do not guess one.
acts: Nobody: Wise has refunded it.
next: Nothing more. If the customer does not find it, look for the amount and the date together.
new: unknown, not_until_known: Nothing yet: Wise has not told us the reason.
tell: Your payment set up on 16 Nov 2026 (UTC) was not paid out. Wise refunded 1,250.00 EUR on 17 Nov 2026; your bank may need some time to show it.
stops: Customer 16 Nov > Wise 16 Nov > (Converted) > (Paid out) > *Back to the customer 17 Nov, 1,250.00 EUR*
rests on: [1 2 3 4]
`},
		{"never paid out, refunded to us", answer.ByCompany, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("17 Nov 08:00", process, refunded), refund("17 Nov 08:00", "1250", "EUR")}, `
refunded_unsent: Refunded, final, us
headline: Never paid out; refunded 1,250.00 EUR to us on 17 Nov.
where: Back with us: we fund the transfers, so Wise refunded it to us, not to the customer.
since: Refunded 4 d ago (17 Nov 2026, 08:00 UTC).
why: Wise has given no reason. Do not guess one.
acts: We: the money came back to us, and we owe it to the customer.
next: Find out whether our own refund to the customer has gone out; it is not recorded here.
new: unknown, not_until_known: Nothing yet: Wise has not told us the reason.
tell: Your payment set up on 16 Nov 2026 (UTC) was not paid out. The money came back from Wise to us on 17 Nov 2026, and it is for us to return it to you.
stops: Customer 16 Nov, funded by us > Wise 16 Nov > (Converted) > (Paid out) > *Back with us 17 Nov, 1,250.00 EUR*
rests on: [1 2 3 4]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
