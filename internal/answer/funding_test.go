package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestFunding: before anything is paid out.
func TestFunding(t *testing.T) {
	for _, c := range []example{
		{"the amount does not cover it", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), open("16 Nov 12:00", "DEPOSIT_AMOUNT_LESS_INVOICE")}, `
underfunded: Waiting for the missing part, waiting, sender
headline: The amount that arrived does not cover the transfer.
where: At Wise in part: the amount that arrived does not cover the transfer.
since: Waiting for the missing part for 4 d 20 h (since 16 Nov 2026, 12:00 UTC).
why: The amount that arrived does not cover the transfer, often because a bank took a charge. The shortfall is in no event: look in the account for the amounts.
acts: The sender: the missing part has to be paid, or the transfer cancelled.
next: The sender pays the missing part with the same reference, or asks to cancel. Do not say “you paid too little”.
tell: The amount that arrived does not cover your payment set up on 16 Nov 2026 (UTC). Please pay the missing part with the same reference, or ask us to cancel.
stops: *Customer 16 Nov, part is missing* > (Wise) > (Converted) > (Paid out)
rests on: [1 2]
`},
		{"the amount does not cover it, and we fund", answer.ByCompany, tale{to("16 Nov 09:12", "", waiting), open("16 Nov 12:00", "deposit_amount_less_invoice")}, `
underfunded: Waiting for the missing part, waiting, us
headline: The amount that arrived does not cover the transfer.
where: At Wise in part: the amount that arrived does not cover the transfer.
since: Waiting for the missing part for 4 d 20 h (since 16 Nov 2026, 12:00 UTC).
why: The amount that arrived does not cover the transfer, often because a bank took a charge. The shortfall is in no event: look in the account for the amounts.
acts: We: the missing part has to be paid by us, or the transfer cancelled.
next: Pay the missing part with the same reference, or cancel. The shortfall is in no event: look in the account.
tell: Your payment set up on 16 Nov 2026 (UTC) is not fully funded by us yet. We are seeing to the missing part; there is nothing that you need to do.
stops: *Customer 16 Nov, part is missing* > (Wise) > (Converted) > (Paid out)
rests on: [1 2]
`},
		{"the case is over once it is converted", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), open("16 Nov 11:40", "deposit_amount_less_invoice"), to("16 Nov 11:41", process, converted)}, `
converted: Converted, moving, wise
headline: Converted on 16 Nov, not paid out yet.
where: At Wise, converted. It is not paid out yet.
since: Converted 4 d 20 h ago (16 Nov 2026, 11:41 UTC).
why: Nothing has failed, as far as Wise has told us. Wise names an open case: the amount does not cover the transfer.
acts: Wise: it has the money, and names an open case that may hold it up.
next: Wise has an open case (the amount does not cover the transfer) and has converted the money: ask Wise whether it still stands.
tell: Your payment set up on 16 Nov 2026 (UTC) is at Wise and has been converted; it is not paid out yet.
stops: Customer 16 Nov > Wise 16 Nov > *Converted 16 Nov* > (Paid out)
rests on: [4]
`},
		{"converted", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("16 Nov 11:41", process, converted)}, `
converted: Converted, moving, wise
headline: Converted on 16 Nov, not paid out yet.
where: At Wise, converted. It is not paid out yet.
since: Converted 4 d 20 h ago (16 Nov 2026, 11:41 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: Wise: it has the money and goes on with it.
next: The next step is Wise's; nothing is needed from the customer as far as Wise has told us.
tell: Your payment set up on 16 Nov 2026 (UTC) is at Wise and has been converted; it is not paid out yet.
stops: Customer 16 Nov > Wise 16 Nov > *Converted 16 Nov* > (Paid out)
rests on: [3]
`},
		{"in process", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process)}, `
in_process: At Wise, in process, moving, wise
headline: At Wise and in process; not paid out yet.
where: At Wise, in process. It is not paid out yet.
since: In process at Wise for 4 d 20 h (since 16 Nov 2026, 11:40 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: Wise: it has the money and goes on with it.
next: The next step is Wise's; nothing is needed from the customer as far as Wise has told us.
tell: Your payment set up on 16 Nov 2026 (UTC) is at Wise and in process; it is not paid out yet.
stops: Customer 16 Nov > *Wise 16 Nov* > (Converted) > (Paid out)
rests on: [2]
`},
		{"in process, a case that the customer may be told", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), open("17 Nov 10:00", "deposit_proof_needed")}, `
in_process: At Wise, in process, moving, wise
headline: At Wise and in process; not paid out yet.
where: At Wise, in process. It is not paid out yet.
since: In process at Wise for 4 d 20 h (since 16 Nov 2026, 11:40 UTC).
why: Nothing has failed, as far as Wise has told us. Wise names an open case: proof of the payment is needed.
acts: Wise: it has the money, and names an open case that may hold it up.
next: Wise has an open case (proof of the payment is needed). The bank's payment confirmation with date, amount, both accounts and the reference; by the upload form.
tell: Your payment set up on 16 Nov 2026 (UTC) is at Wise and in process; it is not paid out yet. Wise asks for your bank's payment confirmation with the amount, both accounts and the reference.
stops: Customer 16 Nov > *Wise 16 Nov* > (Converted) > (Paid out)
rests on: [2]
`},
		{"in process, a case that nobody has classified", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), open("17 Nov 10:00", "aml_review")}, `
in_process: At Wise, in process, moving, wise
headline: At Wise and in process; not paid out yet.
where: At Wise, in process. It is not paid out yet.
since: In process at Wise for 4 d 20 h (since 16 Nov 2026, 11:40 UTC).
why: Nothing has failed, as far as Wise has told us. Wise names an open case: aml review.
acts: Wise: it has the money, and names an open case that may hold it up.
next: Wise has an open case (aml review). Ask Wise what the case is about and what is needed; do not ask the customer for anything before that.
tell: Your payment set up on 16 Nov 2026 (UTC) is at Wise and in process; it is not paid out yet.
stops: Customer 16 Nov > *Wise 16 Nov* > (Converted) > (Paid out)
rests on: [2]
`},
		{"announced", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 10:00", waiting, announced)}, `
funding_announced: Payment announced, moving, sender
headline: The payment is announced; it has not reached Wise yet.
where: Between the customer's bank and Wise: the payment is announced and has not reached Wise yet.
since: Announced 4 d 22 h ago (16 Nov 2026, 10:00 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: The sender's side: their bank has the payment.
next: If it stays so, the sender asks their bank whether the payment has left.
tell: The money for your payment set up on 16 Nov 2026 (UTC) is announced; Wise has not got it yet.
stops: *Customer 16 Nov, payment announced* > (Wise) > (Converted) > (Paid out)
rests on: [2]
`},
		{"announced by us", answer.ByCompany, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 10:00", waiting, announced)}, `
funding_announced: Payment announced, moving, us
headline: The payment is announced; it has not reached Wise yet.
where: Between our bank and Wise: our payment is announced and has not reached Wise yet.
since: Announced 4 d 22 h ago (16 Nov 2026, 10:00 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: We: our own payment has not reached Wise.
next: If it stays so, ask our own bank whether the payment has left.
tell: Your payment set up on 16 Nov 2026 (UTC) is being funded by us; there is nothing that you need to do.
stops: *Customer 16 Nov, payment announced* > (Wise) > (Converted) > (Paid out)
rests on: [2]
`},
		{"waiting for the customer", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting)}, `
waiting_funding: Waiting to be funded, waiting, sender
headline: Waiting to be funded by the customer; Wise has not got the money yet.
where: Not at Wise yet: it waits to be funded by the customer.
since: Waiting to be funded for 4 d 22 h (since 16 Nov 2026, 09:12 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: The sender: the transfer has to be paid.
next: The sender pays it. Wise cancels unfunded transfers after some time, usually 14 days.
tell: Wise has not got the money for your payment set up on 16 Nov 2026 (UTC) yet. If you have paid already, please have your bank's payment confirmation ready; a transfer that stays unpaid is cancelled after some time.
stops: *Customer 16 Nov, not funded yet* > (Wise) > (Converted) > (Paid out)
rests on: [1]
`},
		{"waiting for us", answer.ByCompany, tale{to("16 Nov 09:12", "", waiting)}, `
waiting_funding: Waiting to be funded, waiting, us
headline: Waiting to be funded by us; Wise has not got the money yet.
where: Not at Wise yet: it waits to be funded by us.
since: Waiting to be funded for 4 d 22 h (since 16 Nov 2026, 09:12 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: We: the transfer has to be funded by us.
next: Fund it. Wise cancels unfunded transfers after some time, usually 14 days.
tell: Your payment set up on 16 Nov 2026 (UTC) waits to be funded by us; there is nothing that you need to do.
stops: *Customer 16 Nov, not funded yet* > (Wise) > (Converted) > (Paid out)
rests on: [1]
`},
		{"a cancellation taken back", answer.ByCustomer, tale{to("2 Nov 09:12", "", waiting), to("16 Nov 08:00", waiting, cancelled), to("17 Nov 08:00", cancelled, waiting)}, `
waiting_funding: Waiting to be funded, waiting, sender
headline: Reopened on 17 Nov: waiting to be funded by the customer; Wise has not got the money yet.
where: Not at Wise yet: it waits to be funded by the customer.
since: Waiting to be funded for 4 d (since 17 Nov 2026, 08:00 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: The sender: the transfer has to be paid.
next: The sender pays it. Wise cancels unfunded transfers after some time, usually 14 days.
tell: Wise has not got the money for your payment set up on 2 Nov 2026 (UTC) yet. If you have paid already, please have your bank's payment confirmation ready; a transfer that stays unpaid is cancelled after some time.
stops: *Customer 2 Nov, not funded yet* > (Wise) > (Converted) > (Paid out)
flag rollback: Wise stepped back on 17 Nov, from “Cancelled” to “Waiting to be funded”: what was said before that no longer holds.
rests on: [3]
`},
		{"a conversion taken back", answer.ByCustomer, tale{to("16 Nov 09:12", "", waiting), to("16 Nov 11:40", waiting, process), to("16 Nov 11:41", process, converted), to("17 Nov 08:00", converted, process)}, `
in_process: At Wise, in process, moving, wise
headline: Taken back on 17 Nov: at Wise and in process; not paid out yet.
where: At Wise, in process. It is not paid out yet.
since: In process at Wise for 4 d (since 17 Nov 2026, 08:00 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: Wise: it has the money and goes on with it.
next: The next step is Wise's; nothing is needed from the customer as far as Wise has told us.
tell: Your payment set up on 16 Nov 2026 (UTC) is at Wise and in process; it is not paid out yet.
stops: Customer 16 Nov > *Wise 16 Nov* > (Converted) > (Paid out)
flag rollback: Wise stepped back on 17 Nov, from “Converted” to “In process at Wise”: what was said before that no longer holds.
rests on: [4]
`},
	} {
		t.Run(c.name, c.holds)
	}
}
