package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: charged_back, charged_back_after_sent. Not to be said: fraud, "your bank
// did it", who owes what.

func isChargedBack(l life) bool          { return l.is(transfer.ChargedBack) }
func isChargedBackAfterSent(l life) bool { return isChargedBack(l) && l.Facts.EverSent() }

// sayChargedBack: the money never came in, or went back; Wise does not say which.
func sayChargedBack(l life) words {
	w := words{
		tag:   "Charged back",
		tone:  Final,
		rests: l.held.Evidence,
		headline: l.dated(l.held, func(day string) []string {
			return []string{"Charged back on " + day + ": not collected from the payer, or the payer took it back."}
		}, "Charged back", "."),
		where:   "The money could not be collected from the payer, or the payer took it back; Wise does not say which.",
		why:     "Wise gives no reason. Do not guess one.",
		since:   sinceVisit("Charged back", true, l.held),
		who:     reason.Us,
		whoText: "We: risk takes it from here. Wise does not call this final.",
		next:    "Hand it to risk. Say neither why it happened nor who owes what.",
		payment: &NewPayment{Who: reason.Us, Ask: "Not before risk has cleared it.", Retry: reason.RetryNotKnown, Hold: true},
		customer: []spoken{
			"Wise reports that the money for " + l.theSubject() + " could not be collected, or was taken back.",
			"Please get in touch with us, and do not send it again yet.",
		},
	}
	if refunds := evidence.Union(refundRests(l.Facts.Refunds), l.refundedRests()); len(refunds) > 0 {
		w.whereRests = refunds
		w.where += " Wise had reported a refund before."
	}
	if l.weFund() {
		w.whoText = "We: the payer is us. Risk takes it from here; Wise does not call this final."
		w.customer = []spoken{l.subject() + " is held up on our side, and we are seeing to it.", "Please do not send it again yet."}
	}
	return w
}

// sayChargedBackAfterSent: the same, and the recipient may have been paid.
func sayChargedBackAfterSent(l life) words {
	_, sent := l.lastSent()
	w := sayChargedBack(l)
	w.rests = evidence.Union(w.rests, sent)
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Charged back on " + day + " after it was paid out; the recipient may have the money."}
	}, "Charged back after it was paid out", ".")
	w.where += " It had been paid out before, so the recipient may have it."
	if !l.weFund() {
		w.whoText = "We: risk takes it from here, since there may be a debt. Wise does not call this final."
	}
	if l.Facts.BouncedSinceSent() {
		return l.sayChargedBackAfterReturn()
	}
	return w
}

// sayChargedBackAfterReturn: it had come back before, so that the recipient has not
// got it, as far as Wise has told.
func (l life) sayChargedBackAfterReturn() words {
	_, bounce := l.lastBounce()
	w := sayChargedBack(l)
	w.rests = evidence.Union(w.rests, bounce)
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Charged back on " + day + " after it was paid out and had come back."}
	}, "Charged back after it had come back", ".")
	w.where += " It had been paid out and had come back to Wise before."
	return w
}
