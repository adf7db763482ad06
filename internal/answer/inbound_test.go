package answer_test

import (
	"testing"

	"transferdesk/internal/answer"
)

// TestInbound: a payment to the customer is not told as one by the customer.
func TestInbound(t *testing.T) {
	for _, c := range []example{
		{"credited, and paid out by its state", answer.ByCustomer, tale{to("16 Nov 09:12", "", process), incoming("16 Nov 11:58", "786.54", "GBP"), to("16 Nov 11:58", process, sent)}, `
inbound_credited: Credited, done, nobody
headline: A payment to the customer of 786.54 GBP was credited on 16 Nov.
where: On the Wise balance that it was paid to.
since: Credited 4 d 20 h ago (16 Nov 2026, 11:58 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: Nobody: the money has been credited.
next: Nothing, if the balance is the customer's own. If it is ours, pass it on to whom the payment names.
tell: A payment to you of 786.54 GBP was credited by Wise on 16 Nov 2026 (UTC).
stops: Payer > Wise 16 Nov > *Credited 16 Nov*
rests on: [2]
`},
		{"credited, without any state", answer.ByCompany, tale{incoming("16 Nov 11:58", "786.54", "GBP")}, `
inbound_credited: Credited, done, nobody
headline: A payment to the customer of 786.54 GBP was credited on 16 Nov.
where: On the Wise balance that it was paid to.
since: Credited 4 d 20 h ago (16 Nov 2026, 11:58 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: Nobody: the money has been credited.
next: Nothing, if the balance is the customer's own. If it is ours, pass it on to whom the payment names.
tell: A payment to you of 786.54 GBP was credited by Wise on 16 Nov 2026 (UTC).
stops: Payer > Wise > *Credited 16 Nov*
rests on: [1]
`},
		{"credited, its amount by the message alone", answer.ByCustomer, tale{byMessage("16 Nov 11:58", "4030", "USD")}, `
inbound_credited: Credited, done, nobody
headline: A payment to the customer was credited on 16 Nov.
where: On the Wise balance that it was paid to. Its SWIFT message speaks of 4,030.00 USD; Wise may have credited another amount.
since: Credited 4 d 20 h ago (16 Nov 2026, 11:58 UTC).
why: Nothing has failed, as far as Wise has told us.
acts: Nobody: the money has been credited.
next: Nothing, if the balance is the customer's own. If it is ours, pass it on to whom the payment names.
tell: A payment to you was credited by Wise on 16 Nov 2026 (UTC).
stops: Payer > Wise > *Credited 16 Nov*
rests on: [1]
`},
		{"returned to its payer", answer.ByCustomer, tale{incoming("16 Nov 11:58", "786.54", "GBP"), to("16 Nov 11:58", process, sent), to("18 Nov 10:00", sent, refunded)}, `
inbound_returned: Returned to the payer, final, nobody
headline: A payment to the customer of 786.54 GBP was returned to its payer on 18 Nov.
where: Returned by Wise to whoever had paid it. Wise does not report whether it has arrived there.
since: Returned 2 d 22 h ago (18 Nov 2026, 10:00 UTC).
why: Wise has not told us why it was returned.
acts: Nobody: Wise has returned the money to its payer.
next: Nothing at Wise. The payer's own bank may need some time to show it, and banks on the way may take fees.
tell: A payment to you of 786.54 GBP was credited on 16 Nov 2026 (UTC). It was returned to its payer on 18 Nov 2026.
stops: Payer > Wise > Credited 16 Nov > *Back to the payer 18 Nov*
flag gap: The beginning is missing: the first state that we hold, “outgoing_payment_sent”, came after “processing”.
rests on: [1 3]
`},
		{"in a state that Wise does not explain", answer.ByCustomer, tale{incoming("16 Nov 11:58", "786.54", "GBP"), to("16 Nov 11:58", process, sent), to("18 Nov 10:00", sent, bounced)}, `
inbound_credited: Credited, problem, us
headline: A payment to the customer of 786.54 GBP was credited on 16 Nov.
where: On the Wise balance that it was paid to.
since: Credited 4 d 20 h ago (16 Nov 2026, 11:58 UTC).
why: Wise now names the state “bounced_back” for it and does not say what that means for money that was credited.
acts: We: the money was credited, and Wise has gone on with it since.
next: Ask Wise what the state means before anybody relies on the money.
tell: A payment to you of 786.54 GBP was credited by Wise on 16 Nov 2026 (UTC).
stops: Payer > Wise > *Credited 16 Nov*
flag gap: The beginning is missing: the first state that we hold, “outgoing_payment_sent”, came after “processing”.
rests on: [1 3]
`},
	} {
		t.Run(c.name, c.holds)
	}
}

// TestARefundBeforeTheCreditIsNoReturn: only what comes after the credit takes it back.
func TestARefundBeforeTheCreditIsNoReturn(t *testing.T) {
	tl := tale{to("16 Nov 09:12", process, refunded), incoming("17 Nov 11:58", "786.54", "GBP")}
	if got := tl.told(answer.ByCustomer).Code; got != answer.InboundCredited {
		t.Errorf("the row is %s", got)
	}
	tl = append(tl, to("18 Nov 10:00", refunded, process))
	if got := tl.told(answer.ByCustomer).Code; got != answer.InboundCredited {
		t.Errorf("a return that was taken back: the row is %s", got)
	}
}
