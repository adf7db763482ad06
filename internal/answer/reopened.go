package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: refund_reopened, unknown.

func isRefundReopened(l life) bool {
	_, ok := l.Facts.RefundReopened()
	return ok
}
func isUnknown(l life) bool { return l.is(transfer.Unknown) }

// sayRefundReopened: a refund was reported, and then another state.
func sayRefundReopened(l life) words {
	v, _ := l.Facts.RefundReopened()
	rests := evidence.Union(v.Evidence, l.held.Evidence, refundRests(l.Facts.Refunds), l.refundedRests())
	why, whyRests := l.why()
	w := words{
		tag:      "Refund taken back",
		tone:     Problem,
		rests:    rests,
		headline: l.reopenedHeadline(v),
		where:    "At Wise: the refund that it had reported no longer holds. The last state is “" + StateLabel(l.held.State) + "”.",
		since:    sinceVisit("Refund taken back", true, v),
		why:      why,
		whyRests: whyRests,
		who:      reason.Wise,
		whoText:  "Wise: it has to say what becomes of the money now.",
		next:     "Ask Wise whether the refund stands. If the customer was told “refunded”, tell them that it is no longer certain.",
		payment:  l.newPayment(true),
		customer: []spoken{
			l.refundHeard() + ", and has since taken that back.",
			"The refund is no longer certain.",
			l.notYet(),
		},
	}
	if l.weFund() {
		w.next = "Ask Wise whether its refund to us stands, before ours goes out. If the customer was told that the money came back, tell them that it is no longer certain."
		w.customer[0], w.customer[1] = l.refundHeard()+", and Wise has since taken that back.", "It is no longer certain where it goes."
	}
	switch {
	case l.is(transfer.OutgoingPaymentSent):
		w.where = "Paid out by Wise, after the refund that it had reported did not stand."
		w.customer[0] = l.refundHeard() + l.thenPaidOut() + l.on(l.heldAt()) + " instead."
		w.customer[1] = "It may take some time to show on the recipient's side."
	case l.is(transfer.Cancelled):
		w.tag, w.since.lead = "Refund not certain", "Cancelled after the refund"
		w.where = "Not certain: Wise reported a refund, and then “Cancelled”, which says nothing of the refund."
		w.customer[0] = l.refundHeard() + ", and Wise has since told us that the payment is cancelled."
	}
	return w
}

// refundHeard begins a sentence for the customer with the refund that was reported.
func (l life) refundHeard() spoken {
	if l.weFund() {
		return "The money for " + l.theSubject() + " had come back from Wise to us"
	}
	return "Wise had reported a refund of " + l.theSubject()
}

// thenPaidOut goes on with the payout; where the refund was to us, Wise is not the
// subject yet.
func (l life) thenPaidOut() spoken {
	if l.weFund() {
		return ", and Wise then paid it out"
	}
	return ", and then paid it out"
}

// refundedRests is the last funds_refunded, which is not held any more.
func (l life) refundedRests() evidence.IDs {
	if i := visitBefore(l.Facts.Visits, transfer.FundsRefunded, len(l.Facts.Visits)); i >= 0 {
		return l.Facts.Visits[i].Evidence
	}
	return nil
}

// reopenedHeadline says what came after the refund: v is the first state after
// it, the state held may be a later one.
func (l life) reopenedHeadline(v transfer.Visit) []string {
	if v.Seen || l.held.Seen {
		return l.reopenedSeen(v)
	}
	back := "Wise took the refund back into process on " + l.day(v.At)
	switch l.held.State {
	case transfer.Cancelled:
		return l.cancelledAfterRefund()
	case transfer.OutgoingPaymentSent:
		return []string{"Refund taken back on " + l.day(v.At) + ", paid out on " + l.day(l.held.At) + "; it may not have arrived yet."}
	case transfer.BouncedBack:
		return []string{"Refund taken back; back at Wise since " + l.day(l.held.At) + ". A refund is no longer certain."}
	}
	return []string{back + "; it is no longer certain."}
}

// reopenedSeen is the same where asking alone told of the one or the other state.
func (l life) reopenedSeen(v transfer.Visit) []string {
	if l.held.Seen {
		v = l.held
	}
	switch l.held.State {
	case transfer.Cancelled:
		return l.seenLine(v, "Refund reported, then “cancelled”", ". No longer certain.")
	case transfer.OutgoingPaymentSent:
		return l.seenLine(v, "Refund taken back, paid out", ". It may not have arrived.")
	case transfer.BouncedBack:
		return l.seenLine(v, "Refund taken back, back at Wise", ". No longer certain.")
	}
	return l.seenLine(v, "Refund taken back into process", ". No longer certain.")
}

// cancelledAfterRefund: Wise reported a refund and then "cancelled", which says
// nothing about the refund.
func (l life) cancelledAfterRefund() []string {
	then := ", then “cancelled” on " + l.day(l.held.At) + "; no longer certain."
	if n := len(l.Facts.Refunds); n > 0 {
		return []string{"Wise reported a refund on " + l.day(l.Facts.Refunds[n-1].At) + then}
	}
	return []string{"Wise reported a refund" + then}
}

// sayUnknown: Wise lacks information. It has sent an e-mail, and the seeds do not
// say to whom; so nobody may claim that we, or Wise, wrote to the customer.
func sayUnknown(l life) words {
	_, bounce := l.lastBounce()
	w := words{
		tag:      "Wise needs information",
		tone:     Problem,
		rests:    l.held.Evidence,
		headline: []string{"Wise needs information to finish it. It has written to someone: see our own mailbox."},
		where:    "At Wise, which cannot finish it as long as the information is missing.",
		since:    sinceVisit("Wise needs information", false, l.held),
		why:      "Wise lacks information, for example the account for a refund. It does not say here what.",
		who:      reason.Us,
		whoText:  "We: find Wise's e-mail, or ask Wise what is missing; then the sender, if they are the one who has it.",
		next:     l.caseFirst("Look in our own mailbox. If nothing is there, ask Wise what it needs and whom it asked."),
		payment:  l.newPayment(true),
		customer: []spoken{
			"Wise needs more information before it can finish " + l.theSubject() + ".",
			"We are finding out what is missing and will ask you if it is something that you have.",
			"Please do not send it again yet.",
		},
	}
	for _, c := range l.namedCases() {
		if asked := spokenCase(l.Catalogue.Case(c.Code)); asked != "" && !l.settledByUs(l.Catalogue.Case(c.Code)) {
			w.customer[1], w.tellRests = asked, c.Evidence
		}
	}
	if l.Facts.BouncedSinceSent() {
		w.where = "Back at Wise, which cannot finish it as long as the information is missing."
		w.rests = evidence.Union(w.rests, bounce)
	}
	return w
}
