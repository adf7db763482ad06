package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestFailed: a payout failed and no return is reported.
func TestFailed(t *testing.T) {
	for _, c := range []example{
		{"a mandate that was not filled in", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "MANDATE_NOT_FILLED_IN")), `
failed_state_unchanged: Payout failed, problem, recipient
headline: Payout failed: the recipient's form was not filled in. No return or refund is reported.
where: The state is still “Paid out”. The last payout attempt failed; no return and no refund is reported.
since: Payout failed 2 d 17 h ago (18 Nov 2026, 14:02 UTC).
why: The recipient did not fill in the mandate form in time, or the e-mail address for it is wrong. The transfer may stay in its state.
acts: The recipient: what they were asked for is still missing.
next: Nothing says that it is coming back, and the state may stay as it is. The recipient fills in the form; we first ask Wise whether it can be sent again on this transfer.
new: recipient, after_fix, hold: Is the recipient's e-mail address right? Did the recipient fill in the form from Wise or its local partner (spam folder)? We ask Wise whether the form can be sent again on this transfer.
tell: Your payment of 1,250.00 EUR could not be paid out because a form that the recipient has to fill in is missing. Wise has not told us that it has come back. Please do not send it again yet; before a new payment, ask the recipient whether their e-mail address is right, and to look for the form, also in the spam folder.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov, payout failed*
rests on: [4 6]
`},
		{"while it was in process", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), fail("16 Nov 12:02", "WRONG_NAME")}, `
failed_state_unchanged: Payout failed, problem, wise
headline: Payout failed: the recipient's name does not match. No return or refund is reported.
where: At Wise, in process. The last payout attempt failed; no return and no refund is reported.
since: Payout failed 4 d 19 h ago (16 Nov 2026, 12:02 UTC).
why: The account number matches, but the name is not exactly the one that the bank has.
acts: Wise: it has not said whether the money is coming back.
next: Nothing says that it is coming back, and the state may stay as it is: watch it, and ask Wise if it does.
new: sender, after_fix, hold: The holder's full name exactly as the bank has it: both surnames, the legal form of a company, local script if the route uses it. Ask also: “How did you get these details?”
tell: Your payment set up on 16 Nov 2026 (UTC) could not be paid out because the recipient's name does not match the account. It is still at Wise, as far as Wise has told us. Please do not send it again yet; before a new payment, ask the recipient for the account holder's full name, exactly as their bank has it.
stops: Customer 16 Nov > *Wise 16 Nov* > (Converted) > (Paid out, payout failed)
rests on: [2 3]
`},
		{"in a state that says nothing of where the money is", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), fail("16 Nov 12:02", "WRONG_NAME")}, `
failed_state_unchanged: Payout failed, problem, wise
headline: Payout failed: the recipient's name does not match. No return or refund is reported.
where: The state is still “Waiting to be funded”. The last payout attempt failed; no return and no refund is reported.
since: Payout failed 4 d 19 h ago (16 Nov 2026, 12:02 UTC).
why: The account number matches, but the name is not exactly the one that the bank has.
acts: Wise: it has not said whether the money is coming back.
next: Nothing says that it is coming back, and the state may stay as it is: watch it, and ask Wise if it does.
new: sender, after_fix, hold: The holder's full name exactly as the bank has it: both surnames, the legal form of a company, local script if the route uses it. Ask also: “How did you get these details?”
tell: Your payment set up on 16 Nov 2026 (UTC) could not be paid out because the recipient's name does not match the account. Please do not send it again yet; before a new payment, ask the recipient for the account holder's full name, exactly as their bank has it.
stops: *Customer 16 Nov* > (Wise) > (Converted) > (Paid out, payout failed)
rests on: [1 2]
`},
		{"with no reason, so that we have to ask", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "REASON_NOT_SPECIFIED")), `
failed_state_unchanged: Payout failed, problem, us
headline: Payout failed: the bank gave no reason. No return or refund is reported.
where: The state is still “Paid out”. The last payout attempt failed; no return and no refund is reported.
since: Payout failed 2 d 17 h ago (18 Nov 2026, 14:02 UTC).
why: The recipient's bank gave no reason.
acts: We: ask Wise what is needed.
next: Nothing says that it is coming back, and the state may stay as it is. We ask Wise for the bank's return code; meanwhile the sender goes through every detail with the recipient.
new: sender, not_until_known, hold: We ask Wise for the bank's return code. Meanwhile the sender goes through every detail, and the recipient asks their bank.
tell: Your payment of 1,250.00 EUR could not be paid out for a reason that the recipient's bank did not give. Wise has not told us that it has come back. Please do not send it again yet; before a new payment, go through every detail with the recipient, and let the recipient ask their bank.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov, payout failed*
rests on: [4 6]
`},
		{"a code without a card", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "<i>NEW\u202e CODE")), `
failed_state_unchanged: Payout failed, problem, us
headline: Payout failed: <i>NEW\u202e CODE. No return or refund is reported.
where: The state is still “Paid out”. The last payout attempt failed; no return and no refund is reported.
since: Payout failed 2 d 17 h ago (18 Nov 2026, 14:02 UTC).
why: Wise gives a code that we have no card for: “<i>NEW\u202e CODE”.
acts: We: ask Wise what is needed.
next: Nothing says that it is coming back, and the state may stay as it is. We ask Wise what the code means before anything is paid again.
new: us, not_until_known, hold: Ask Wise what the code means and what is needed; do not ask the customer for anything before that.
tell: Your payment of 1,250.00 EUR could not be paid out. Wise has not told us that it has come back. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov, payout failed*
rests on: [4 6]
`},
		{"in the second attempt, two failures in all", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "ACCOUNT_CLOSED"), to("18 Nov 14:03", sent, bounced), to("19 Nov 09:00", bounced, process), to("20 Nov 09:00", process, sent), fail("20 Nov 10:00", "WRONG_NAME")), `
failed_state_unchanged: Payout failed, problem, wise
headline: Payout failed: the recipient's name does not match. No return or refund is reported.
where: The state is still “Paid out”. The last payout attempt failed; no return and no refund is reported.
since: Payout failed 22 h ago (20 Nov 2026, 10:00 UTC).
why: The account number matches, but the name is not exactly the one that the bank has.
acts: Wise: it has not said whether the money is coming back.
next: Nothing says that it is coming back, and the state may stay as it is: watch it, and ask Wise if it does.
new: sender, after_fix, hold: The holder's full name exactly as the bank has it: both surnames, the legal form of a company, local script if the route uses it. Ask also: “How did you get these details?”
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's name does not match the account. Wise has not told us that it has come back. Please do not send it again yet; before a new payment, ask the recipient for the account holder's full name, exactly as their bank has it.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 20 Nov, payout failed*
flag several_failures: 2 payout failures are reported; only the last one of the attempt that goes on now speaks.
rests on: [9 10]
`},
		{"stamped seconds before its own payout", answer.ByCustomer, paidOut(to("18 Nov 14:03", sent, bounced), to("19 Nov 09:00", bounced, process), fail("20 Nov 08:59", "WRONG_NAME"), to("20 Nov 09:00", process, sent)), `
failed_state_unchanged: Payout failed, problem, wise
headline: Payout failed: the recipient's name does not match. No return or refund is reported.
where: The state is still “Paid out”. The last payout attempt failed; no return and no refund is reported.
since: Payout failed 23 h 1 min ago (20 Nov 2026, 08:59 UTC).
why: The account number matches, but the name is not exactly the one that the bank has.
acts: Wise: it has not said whether the money is coming back.
next: Nothing says that it is coming back, and the state may stay as it is: watch it, and ask Wise if it does.
new: sender, after_fix, hold: The holder's full name exactly as the bank has it: both surnames, the legal form of a company, local script if the route uses it. Ask also: “How did you get these details?”
tell: Your payment of 1,250.00 EUR could not be paid out because the recipient's name does not match the account. Wise has not told us that it has come back. Please do not send it again yet; before a new payment, ask the recipient for the account holder's full name, exactly as their bank has it.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 20 Nov, payout failed*
rests on: [8 9]
`},
		{"a technical delay: Wise tries again", answer.ByCustomer, paidOut(fail("20 Nov 14:02", "TECHNICAL_ISSUE_RETRYABLE")), `
retrying: Wise is trying again, moving, wise
headline: A technical delay since 20 Nov; Wise is trying again.
where: The state is still “Paid out”. The last attempt met a technical delay, and Wise is trying again.
since: Technical delay for 17 h 58 min (since 20 Nov 2026, 14:02 UTC).
why: Wise met a technical delay; after this code it tries again by itself.
acts: Wise: it tries again by itself.
next: Watch it. If nothing new has come after one working day, ask Wise.
new: wise, no, hold: None is needed: Wise tries again by itself, and we watch it. With no new state after one working day, ask Wise.
tell: Your payment of 1,250.00 EUR has met a technical delay, and Wise is trying again. There is nothing that you need to do. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > *Paid out 16 Nov, trying again*
rests on: [4 6]
`},
		{"a technical delay, then back in process", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "TECHNICAL_ISSUE_RETRYABLE"), to("18 Nov 15:00", sent, process)), `
taken_back: Payout taken back, problem, wise
headline: Wise took the payout of 16 Nov back into process on 18 Nov.
where: At Wise, in process again: the payout that it had reported no longer holds.
since: Payout taken back 2 d 17 h ago (18 Nov 2026, 15:00 UTC).
why: Wise met a technical delay; after this code it tries again by itself.
acts: Wise: it has to pay out again or say what is wrong.
next: Watch for the next state. If the customer was told “sent”, tell them that it no longer holds.
new: wise, no, hold: None is needed: Wise tries again by itself, and we watch it. With no new state after one working day, ask Wise.
tell: Your payment of 1,250.00 EUR was paid out by Wise on 16 Nov 2026 (UTC), and Wise has since taken it back into process. It is not paid out at present. Please do not send it again yet.
stops: Customer 16 Nov > *Wise 16 Nov, in process again* > (Converted) > (Paid out, taken back)
flag rollback: Wise stepped back on 18 Nov, from “Paid out” to “In process at Wise”: what was said before that no longer holds.
rests on: [4 7]
`},
		{"a technical delay, then it came back", answer.ByCustomer, paidOut(fail("18 Nov 14:02", "TECHNICAL_ISSUE_RETRYABLE"), to("18 Nov 14:03", sent, bounced)), `
returned: Back at Wise, problem, wise
headline: Returned to Wise: a technical delay. Not refunded yet.
where: Back at Wise. It is not refunded, and it may still be delivered.
since: Back at Wise for 2 d 17 h (since 18 Nov 2026, 14:03 UTC).
why: Wise met a technical delay; after this code it tries again by itself.
acts: Wise: it has the money and will refund it or deliver it later.
next: Wise will refund it or deliver it later, and has not said which.
new: wise, no, hold: None is needed: Wise tries again by itself, and we watch it. With no new state after one working day, ask Wise.
tell: Your payment of 1,250.00 EUR could not be paid out because of a technical delay. It is back at Wise, which will either deliver it or refund it. Please do not send it again yet.
stops: Customer 16 Nov > Wise 16 Nov > Converted 16 Nov > Paid out 16 Nov, came back > *Back at Wise 18 Nov*
rests on: [6 7]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
