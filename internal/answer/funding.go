package answer

import (
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: underfunded, converted, in_process, funding_announced, waiting_funding.
// Not to be said: "on its way to Wise", "waiting for your payment" where we fund,
// "being checked".

// isUnderfunded: the case stands, and nothing has been converted or paid out yet.
func isUnderfunded(l life) bool {
	_, open := l.openCase(reason.DepositTooSmall)
	return open && l.is(transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated, transfer.Processing)
}
func isConverted(l life) bool        { return l.is(transfer.FundsConverted) }
func isInProcess(l life) bool        { return l.is(transfer.Processing) }
func isFundingAnnounced(l life) bool { return l.is(transfer.IncomingPaymentInitiated) }

// sayUnderfunded: the one published case. Often a bank took a charge, so nobody
// is told that they paid too little.
func sayUnderfunded(l life) words {
	c, _ := l.openCase(reason.DepositTooSmall)
	card := l.Catalogue.Case(c.Code)
	w := words{
		tag:      "Waiting for the missing part",
		tone:     Waiting,
		rests:    union(c.Evidence, l.held.Evidence),
		headline: []string{"The amount that arrived does not cover the transfer."},
		where:    "At Wise in part: the amount that arrived does not cover the transfer.",
		since:    since{"Waiting for the missing part", false, c.Since, c.Evidence},
		why:      card.Meaning,
		whyRests: c.Evidence,
		who:      reason.Sender,
		whoText:  "The sender: the missing part has to be paid, or the transfer cancelled.",
		next:     card.Ask,
		customer: []string{"The amount that arrived does not cover " + l.theSubject() + ".", card.CustomerText},
	}
	if l.weFund() {
		w.who = reason.Us
		w.whoText = "We: the missing part has to be paid by us, or the transfer cancelled."
		w.next = "Pay the missing part with the same reference, or cancel. The shortfall is in no event: look in the account."
		w.customer[1] = "We are seeing to the missing part; there is nothing that you need to do."
	}
	return w
}

// sayConverted: with Wise in the target currency.
func sayConverted(l life) words {
	w := l.movingWords()
	w.tag = "Converted"
	w.since.lead = "Converted"
	w.since.event = true
	w.headline = l.reopened("Converted on "+l.day(l.held.At)+", not paid out yet.", "Converted, not paid out yet.")
	w.where = "At Wise, converted. It is not paid out yet."
	w.customer = append([]string{l.subject() + " is at Wise and has been converted; it is not paid out yet."}, l.caseTexts()...)
	return w
}

// sayInProcess: with Wise. What Wise does with it meanwhile is nobody's guess.
func sayInProcess(l life) words {
	w := l.movingWords()
	w.tag = "At Wise, in process"
	w.since.lead = "In process at Wise"
	w.headline = l.reopened("At Wise and in process; not paid out yet.", "At Wise and in process; not paid out yet.")
	w.where = "At Wise, in process. It is not paid out yet."
	w.customer = append([]string{l.subject() + " is at Wise and in process; it is not paid out yet."}, l.caseTexts()...)
	return w
}

// movingWords is what the two rows with the money at Wise have in common.
func (l life) movingWords() words {
	return words{
		tone:    Moving,
		rests:   l.held.Evidence,
		since:   since{"", false, l.held.At, l.held.Evidence},
		why:     nothingFailed,
		who:     reason.Wise,
		whoText: "Wise: it has the money and goes on with it.",
		next:    l.nextOr("The next step is Wise's; nothing is needed from the customer as far as Wise has told us."),
	}
}

// sayFundingAnnounced: announced is not there.
func sayFundingAnnounced(l life) words {
	w := words{
		tag:      "Payment announced",
		tone:     Moving,
		rests:    l.held.Evidence,
		headline: l.reopened("The payment is announced; it has not reached Wise yet.", "The payment is announced; it has not reached Wise yet."),
		where:    "Between the customer's bank and Wise: the payment is announced and has not reached Wise yet.",
		since:    since{"Announced", true, l.held.At, l.held.Evidence},
		why:      nothingFailed,
		who:      reason.Sender,
		whoText:  "The sender's side: their bank has the payment.",
		next:     l.nextOr("If it stays so, the sender asks the own bank whether the payment has left."),
		customer: append([]string{"The money for " + l.theSubject() + " is announced; Wise has not got it yet."}, l.caseTexts()...),
	}
	if l.weFund() {
		w.where = "Between our bank and Wise: our payment is announced and has not reached Wise yet."
		w.who = reason.Us
		w.whoText = "We: our own payment has not reached Wise."
		w.next = l.nextOr("If it stays so, ask our own bank whether the payment has left.")
		w.customer[0] = l.subject() + " is set up and is being funded by us; there is nothing that you need to do."
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
		since:    since{"Waiting to be funded", false, l.held.At, l.held.Evidence},
		why:      nothingFailed,
		who:      reason.Sender,
		whoText:  "The sender: the transfer has to be paid.",
		next:     l.nextOr("The sender pays it. Wise cancels unfunded transfers after some time, usually 14 days."),
		customer: append([]string{
			"Wise has not got the money for " + l.theSubject() + " yet.",
			"If you have paid already, please send us the payment confirmation of your bank; a transfer that stays unpaid is cancelled after some time.",
		}, l.caseTexts()...),
	}
	if l.weFund() {
		w.headline = l.reopened("Waiting to be funded by us; Wise has not got the money yet.", "Waiting to be funded by us.")
		w.where = "Not at Wise yet: it waits to be funded by us."
		w.who = reason.Us
		w.whoText = "We: the transfer has to be funded by us."
		w.next = l.nextOr("Fund it. Wise cancels unfunded transfers after some time, usually 14 days.")
		w.customer = append([]string{l.subject() + " is set up and waits to be funded by us; there is nothing that you need to do."}, l.caseTexts()...)
	}
	return w
}

// reopened gives the headline, and says a step back outright where this state is one.
func (l life) reopened(plain, short string) []string {
	if !l.held.Rollback {
		return []string{plain, short}
	}
	lead := "Taken back on " + l.day(l.held.At) + ": "
	if l.held.From == transfer.Cancelled {
		lead = "Reopened on " + l.day(l.held.At) + ": "
	}
	return []string{lead + lowerFirst(plain), lead + lowerFirst(short)}
}

// nextOr names the open case that somebody has to settle; without one, the usual next step.
func (l life) nextOr(usual string) string {
	for _, c := range l.Facts.OpenCases() {
		card := l.Catalogue.Case(c.Code)
		return "Wise has an open case (" + lowerFirst(card.Title) + "). " + card.Ask
	}
	return usual
}

// caseTexts are the sentences about open cases that the customer may be told.
func (l life) caseTexts() []string {
	var texts []string
	for _, c := range l.Facts.OpenCases() {
		if card := l.Catalogue.Case(c.Code); mayBeTold(card.Openness) && !l.settledByUs(card) {
			texts = append(texts, card.CustomerText)
		}
	}
	return texts
}

// settledByUs says whether the case asks something of the payer, and that is us.
func (l life) settledByUs(card reason.CaseCard) bool { return l.weFund() && card.Who == reason.Sender }
