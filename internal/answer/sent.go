package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: sent_again, sent, taken_back; sent_overdue stands in overdue.go. There is no event for "it arrived":
// outgoing_payment_sent means that the money left Wise, for a bank, a wallet, a
// card or a telephone.

func isSent(l life) bool      { return l.is(transfer.OutgoingPaymentSent) }
func isSentAgain(l life) bool { return isSent(l) && l.Facts.EverBounced() && !l.failed }
func isTakenBack(l life) bool {
	return l.is(transfer.Processing, transfer.FundsConverted) && l.Facts.EverSent()
}

// saySentAgain: paid out after a return; the old failure is not today's reason.
func saySentAgain(l life) words {
	at, bounce := l.lastBounce()
	var first spoken = "the first attempt"
	if l.held.Attempt > 2 {
		first = "the attempt before"
	}
	w := saySent(l)
	w.rests = evidence.Union(w.rests, bounce)
	w.tag = "Paid out again"
	came := string(first) + " came back."
	if !at.IsZero() {
		came = string(first) + " came back on " + l.day(at) + "."
	}
	w.headline = l.dated(l.held, func(day string) []string { return []string{"Paid out again on " + day + "; " + came} }, "Paid out again", ".")
	w.since.lead = "Paid out again"
	w.why = "Nothing has failed since it was paid out again, as far as Wise has told us."
	w.customer = []spoken{
		l.subject() + " was paid out again by Wise" + l.on(l.heldAt()) + ", after " + first + " had come back.",
		"It may take some time to show on the recipient's side.",
	}
	return w
}

// saySent: the last state of the normal flow, and yet no proof of anything.
func saySent(l life) words {
	w := words{
		tag:   "Paid out",
		tone:  Done,
		rests: l.held.Evidence,
		headline: l.dated(l.held, func(day string) []string {
			return []string{"Paid out by Wise on " + day + "; it may not have arrived yet."}
		}, "Paid out by Wise", "."),
		where:    "Paid out by Wise. Wise does not report whether it has arrived.",
		since:    sinceVisit("Paid out", true, l.held),
		why:      l.nothingWrong(),
		whyRests: l.nothingWrongRests(),
		who:      reason.RecipientBank,
		whoText:  "The recipient's side: the bank, wallet or card that the money was paid out to.",
		next:     l.caseFirst(l.expected() + "Wise reports nothing more unless it comes back: mostly within 2 to 3 business days, sometimes after weeks (Wise's own words)."),
		customer: []spoken{
			l.subject() + " was paid out by Wise" + l.on(l.heldAt()) + ".",
			"It may take some time to show on the recipient's side.",
		},
	}
	if e, quiet := l.longQuiet(); quiet {
		return l.sayLongQuiet(w, e)
	}
	return w
}

// sayTakenBack: sent, then back in process without a return: "sent" no longer holds.
func sayTakenBack(l life) words {
	sentAt, sent := l.lastSent()
	w := words{
		tag:   "Payout taken back",
		tone:  Problem,
		rests: evidence.Union(sent, l.held.Evidence),
		headline: l.dated(l.held, func(day string) []string {
			if sentAt.IsZero() {
				return []string{"Wise took the payout back into process on " + day + "; it is not paid out now."}
			}
			return []string{"Wise took the payout of " + l.day(sentAt) + " back into process on " + day + "."}
		}, "In process again after it was paid out", "."),
		where:   "At Wise, in process again: the payout that it had reported no longer holds.",
		since:   sinceVisit("Payout taken back", true, l.held),
		why:     "Wise has not said why it took the payout back.",
		who:     reason.Wise,
		whoText: "Wise: it has to pay out again or say what is wrong.",
		next:    l.caseFirst("Watch for the next state. If the customer was told “sent”, tell them that it no longer holds."),
		payment: l.newPayment(true),
		customer: []spoken{
			l.subject() + " was paid out by Wise" + l.on(sentAt) + ", and Wise has since taken it back into process.",
			"It is not paid out at present.",
			l.notYet(),
		},
	}
	if l.failed {
		w.why, w.whyRests = l.why()
	}
	if l.held.Seen && !l.failed {
		w.why = "Wise has not said why. Events are missing, so that it may also have come back."
	}
	return w
}
