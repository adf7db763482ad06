package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: retrying, failed_state_unchanged. A failure without a return: nothing is
// on its way back. Not to be said to the customer: "refund".

func isFailed(l life) bool { return l.failed && l.failure.Code != transfer.Retryable }

// isRetrying: the last word on this attempt is a technical delay, and nothing came after it.
func isRetrying(l life) bool {
	_, retrying := l.Facts.Retrying()
	return retrying
}

// sayRetrying: a new payment now would be paid twice.
func sayRetrying(l life) words {
	w := l.failedWords()
	w.tag = "Wise is trying again"
	w.tone = Moving
	w.headline = []string{"A technical delay since " + l.day(l.failure.At) + "; Wise is trying again."}
	w.where = l.placeOfState() + " The last attempt met a technical delay, and Wise is trying again."
	w.since = since{lead: "Technical delay", at: l.failure.At, rests: l.failure.Evidence}
	w.who = reason.Wise
	w.whoText = "Wise: it tries again by itself."
	w.next = "Watch it. If nothing new has come after one working day, ask Wise."
	w.customer = []spoken{
		l.subject() + " has met a technical delay, and Wise is trying again.",
		"There is nothing that you need to do.",
		"Please do not send it again yet.",
	}
	return l.delayed(w)
}

// sayFailed: the payout failed, and the state says nothing of a return; it may stay so.
func sayFailed(l life) words {
	w := l.failedWords()
	w.headline = []string{
		"Payout failed: " + l.because() + ". No return or refund is reported.",
		"Payout failed, with a reason that has no card. No return or refund is reported.",
	}
	w.where = l.placeOfState() + " The last payout attempt failed; no return and no refund is reported."
	w.who = l.card.MoneyNow
	w.whoText = failedWho(w.who)
	w.next = l.failedNext()
	w.customer = []spoken{
		l.couldNotBePaidOut(),
		l.failedPlace(),
		l.notYet(),
	}
	return w
}

// failedNext is what to do about a failure that the state does not follow.
func (l life) failedNext() string {
	if l.card.MoneyNow == reason.Wise {
		return "Nothing says that it is coming back, and the state may stay as it is: watch it, and ask Wise if it does."
	}
	return "Nothing says that it is coming back, and the state may stay as it is. " + l.card.Fix
}

// failedPlace tells the customer where the money is, and no more than Wise has
// told; in any other state Wise has told nothing.
func (l life) failedPlace() spoken {
	switch l.held.State {
	case transfer.OutgoingPaymentSent:
		return "Wise has not told us that it has come back."
	case transfer.Processing, transfer.FundsConverted:
		return "It is still at Wise, as far as Wise has told us."
	}
	return ""
}

// failedWho is who moves the money while no return is reported, in words.
func failedWho(who reason.Who) string {
	switch who {
	case reason.Recipient:
		return "The recipient: what they were asked for is still missing."
	case reason.Us:
		return "We: ask Wise what is needed."
	}
	return "Wise: it has not said whether the money is coming back."
}

// failedWords is what both rows have in common.
func (l life) failedWords() words {
	why, whyRests := l.why()
	return words{
		tag:      "Payout failed",
		tone:     Problem,
		rests:    evidence.Union(l.failure.Evidence, l.held.Evidence),
		since:    since{lead: "Payout failed", event: true, at: l.failure.At, rests: l.failure.Evidence},
		why:      why,
		whyRests: whyRests,
		payment:  l.newPayment(true),
	}
}

// placeOfState says where the state alone puts the money.
func (l life) placeOfState() string {
	if l.held.Seen {
		return "Wise's API names the state “" + StateLabel(l.held.State) + "”; whether that was before the failure or after it is not known."
	}
	switch l.held.State {
	case transfer.OutgoingPaymentSent:
		return "The state is still “Paid out”."
	case transfer.FundsConverted:
		return "At Wise, converted."
	case transfer.Processing:
		return "At Wise, in process."
	}
	return "The state is still “" + StateLabel(l.held.State) + "”."
}
