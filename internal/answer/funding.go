package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: underfunded, funding_announced, waiting_funding.
// Not to be said: "on its way to Wise", "waiting for your payment" where we fund.

// isUnderfunded: the case stands, and nothing has been converted or paid out yet.
func isUnderfunded(l life) bool {
	_, open := l.openCase(reason.DepositTooSmall)
	return open && l.is(transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated, transfer.Processing)
}
func isFundingAnnounced(l life) bool { return l.is(transfer.IncomingPaymentInitiated) }

// sayUnderfunded: the one published case. Often a bank took a charge, so nobody
// is told that they paid too little.
func sayUnderfunded(l life) words {
	c, _ := l.openCase(reason.DepositTooSmall)
	card := l.Catalogue.Case(c.Code)
	w := words{
		tag:      "Waiting for the missing part",
		tone:     Waiting,
		rests:    evidence.Union(c.Evidence, l.held.Evidence),
		headline: []string{"The amount that arrived does not cover the transfer."},
		where:    "At Wise in part: the amount that arrived does not cover the transfer.",
		since:    since{lead: "Waiting for the missing part", at: c.Since, rests: c.Evidence},
		why:      card.Meaning,
		whyRests: c.Evidence,
		who:      reason.Sender,
		whoText:  "The sender: the missing part has to be paid, or the transfer cancelled.",
		next:     "The sender pays the missing part with the same reference, or asks to cancel. Do not say “you paid too little”.",
		customer: []spoken{
			"The amount that arrived does not cover " + l.theSubject() + ".",
			"Please pay the missing part with the same reference, or ask us to cancel.",
		},
	}
	if l.weFund() {
		w.who = reason.Us
		w.whoText = "We: the missing part has to be paid by us, or the transfer cancelled."
		w.next = "Pay the missing part with the same reference, or cancel. The shortfall is in no event: look in the account."
		w.customer = []spoken{l.subject() + " is not fully funded by us yet.", "We are seeing to the missing part; there is nothing that you need to do."}
	}
	return l.uncovered(w, card)
}

// sayFundingAnnounced: announced is not there.
func sayFundingAnnounced(l life) words {
	w := words{
		tag:      "Payment announced",
		tone:     Moving,
		rests:    l.held.Evidence,
		headline: l.reopened("The payment is announced; it has not reached Wise yet.", "The payment is announced; it has not reached Wise yet."),
		where:    "Between the customer's bank and Wise: the payment is announced and has not reached Wise yet.",
		since:    sinceVisit("Announced", true, l.held),
		why:      l.nothingWrong(),
		who:      reason.Sender,
		whoText:  "The sender's side: their bank has the payment.",
		next:     l.nextOr("If it stays so, the sender asks their bank whether the payment has left."),
		customer: append([]spoken{"The money for " + l.theSubject() + " is announced; Wise has not got it yet."}, l.caseTexts()...),
	}
	if l.weFund() {
		w.where = "Between our bank and Wise: our payment is announced and has not reached Wise yet."
		w.who = reason.Us
		w.whoText = "We: our own payment has not reached Wise."
		w.next = l.nextOr("If it stays so, ask our own bank whether the payment has left.")
		w.customer[0] = l.subject() + " is being funded by us; there is nothing that you need to do."
	}
	return w
}

// sayWaitingFunding: set up, and Wise has no money for it.
func sayWaitingFunding(l life) words {
	w := words{
		tag:      "Waiting to be funded",
		tone:     Waiting,
		rests:    l.held.Evidence,
		headline: l.reopened("Waiting to be funded by the customer; Wise has not got the money yet.", "Waiting to be funded by the customer."),
		where:    "Not at Wise yet: it waits to be funded by the customer.",
		since:    sinceVisit("Waiting to be funded", false, l.held),
		why:      l.nothingWrong(),
		who:      reason.Sender,
		whoText:  "The sender: the transfer has to be paid.",
		customer: l.unfundedText(),
	}
	how, rests := l.howToFund()
	w.next, w.nextRests = l.nextOr(how+" Wise cancels unfunded transfers after some time, usually 14 days."), rests
	if l.weFund() {
		w.headline = l.reopened("Waiting to be funded by us; Wise has not got the money yet.", "Waiting to be funded by us.")
		w.where = "Not at Wise yet: it waits to be funded by us."
		w.who = reason.Us
		w.whoText = "We: the transfer has to be funded by us."
		w.next, w.nextRests = l.nextOr("Fund it. Wise cancels unfunded transfers after some time, usually 14 days."), nil
		w.customer = append([]spoken{l.subject() + " waits to be funded by us; there is nothing that you need to do."}, l.caseTexts()...)
	}
	return w
}

// unfundedText tells the customer that the money is not there. Where Wise asks
// something of them, money may well have come in: then that is asked, and no more.
func (l life) unfundedText() []spoken {
	if asked := l.caseTexts(); joinSpoken(asked) != "" {
		return append([]spoken{l.subject() + " is not funded yet, as far as Wise has told us."}, asked...)
	}
	if l.held.Rollback && l.held.From != transfer.Cancelled {
		return []spoken{l.subject() + " waits to be funded again, as Wise reported" + l.on(l.heldAt()) + ".", "If you have paid already, please have your bank's payment confirmation ready."}
	}
	return []spoken{
		"Wise has not got the money for " + l.theSubject() + " yet.",
		"If you have paid already, please have your bank's payment confirmation ready; a transfer that stays unpaid is cancelled after some time.",
	}
}
