package answer

import (
	"slices"

	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: cancelled_after_return, cancelled_funded, cancelled_unfunded,
// cancelled_unclear. Wise calls "cancelled" a transfer that was never funded,
// and passes through it on the way to a refund: only the history tells which.

func isCancelled(l life) bool            { return l.is(transfer.Cancelled) }
func isCancelledAfterReturn(l life) bool { return isCancelled(l) && l.Facts.EverBounced() }
func isCancelledFunded(l life) bool      { return isCancelled(l) && l.Facts.ShowsFunding() }
func isCancelledUnfunded(l life) bool    { return isCancelled(l) && l.Facts.NeverFunded() }

// sayCancelledAfterReturn: the seeds' problem flow, one step before the refund.
func sayCancelledAfterReturn(l life) words {
	_, bounce := l.lastBounce()
	w := l.cancelledWords()
	w.tag = "Cancelled, refund not reported"
	w.rests = evidence.Union(w.rests, bounce)
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Cancelled on " + day + " after it came back; the refund is not reported yet."}
	}, "Cancelled after it came back", ". No refund is reported.")
	w.where = "Back at Wise. It was cancelled after it came back, and no refund is reported."
	w.customer = []spoken{
		l.couldNotBePaidOut(),
		"It came back to Wise and was cancelled; Wise has not reported the refund yet.",
		l.notYet(),
	}
	if !l.Facts.BouncedSinceSent() {
		w.headline = l.dated(l.held, func(day string) []string {
			return []string{"Cancelled on " + day + "; it had come back and was paid out again. No refund is reported."}
		}, "Cancelled", ". No refund is reported.")
		w.where = "Not certain: it came back, was paid out again, and was cancelled then. No refund is reported."
		w.whoText = placeNotSaid
		w.customer = []spoken{l.subject() + " was cancelled.", "Wise has not reported the refund yet.", l.notYet()}
	}
	return w
}

// sayCancelledFunded: the money had been with Wise, so it is owed.
func sayCancelledFunded(l life) words {
	w := l.cancelledWords()
	w.tag = "Cancelled, refund not reported"
	w.rests = evidence.Union(w.rests, l.fundedRests())
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Cancelled on " + day + " before it was paid out; the refund is not reported yet."}
	}, "Cancelled", ". No refund is reported.")
	w.where = "At Wise: it had been funded, was cancelled, and no refund is reported."
	w.customer = []spoken{
		l.subject() + " was cancelled before it was paid out.",
		"Wise has not reported the refund yet.",
		"Please do not send it again yet.",
	}
	if !l.neverSent() {
		w.headline = l.dated(l.held, func(day string) []string {
			return []string{"Cancelled on " + day + "; it had been funded, and the refund is not reported yet."}
		}, "Cancelled", ". No refund is reported.")
		w.where = "At Wise, as far as it has told us: it had been funded and was cancelled. Events are missing before that, and no refund is reported."
		w.customer[0] = l.subject() + " was cancelled."
	}
	if l.Facts.EverSent() {
		_, sent := l.lastSent()
		w.rests = evidence.Union(l.held.Evidence, sent)
		w.headline = l.dated(l.held, func(day string) []string {
			return []string{"Cancelled on " + day + " though it had been paid out; no refund is reported yet."}
		}, "Cancelled though it had been paid out", ". No refund is reported.")
		w.where = "Not certain: it had been paid out before it was cancelled, and no refund is reported."
		w.whoText = placeNotSaid
		w.customer[0] = l.subject() + " was cancelled."
	}
	return w
}

// sayCancelledUnfunded: cancelled straight from waiting, nothing is missing before it.
func sayCancelledUnfunded(l life) words {
	w := l.cancelledWords()
	w.tone = Final
	w.rests = evidence.Union(w.rests, l.Facts.Visits[len(l.Facts.Visits)-2].Evidence)
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Cancelled on " + day + "; Wise says it was never funded."}
	}, "Cancelled", ".")
	w.where = "Not at Wise, which says that it never had the money."
	w.who = reason.Nobody
	w.whoText = "Nobody: Wise says that no money came in."
	w.why = "Wise calls a transfer that was never funded “cancelled”."
	w.next = "Nothing, unless the customer did pay: then find that payment before anything else."
	w.payment = &NewPayment{Who: reason.Sender, Ask: "Ask first whether the customer did pay for this one; if not, a new transfer may be made.", Retry: reason.RetryYes}
	w.customer = []spoken{
		l.subject() + " was cancelled; Wise tells us that it was never funded.",
		"If you did pay for it, please tell us.",
	}
	if l.weFund() {
		w.next = "Find out on our side why it was not funded."
		w.payment.Ask = "Find out first, on our side, why it was not funded; then a new transfer may be made."
		w.payment.Who = reason.Us
		w.customer[1] = "If you have paid us for it, please tell us."
	}
	return w
}

// sayCancelledUnclear: the history before the cancellation is missing.
func sayCancelledUnclear(l life) words {
	w := l.cancelledWords()
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Cancelled on " + day + "; we don't know whether it had been paid."}
	}, "Cancelled", ". Nor is whether it was paid.")
	w.where = "Not known: the events before the cancellation are missing, so it may or may not have been funded."
	w.who = reason.Us
	w.whoText = "We: find out from Wise, or from our own books, whether it had been paid."
	w.why = "The history before it is missing."
	w.next = "Look the transfer up at Wise. Say neither that it was paid nor that it was not."
	w.payment = &NewPayment{Who: reason.Us, Ask: "Find out first whether this one had been paid.", Retry: reason.RetryNotKnown, Hold: true}
	w.customer = []spoken{
		l.subject() + " was cancelled, and we are finding out whether it had been paid.",
		"If you did pay for it, please tell us.",
		"Please do not send it again yet.",
	}
	if l.Facts.Debited() {
		w.where = "Not certain: a balance was debited for it, and yet Wise reports no funding."
		w.whereRests = l.debitRests()
		w.whyRests = evidence.Union(w.rests, w.whereRests)
		w.why = "Wise's events disagree: a balance was debited for a transfer that was cancelled unfunded."
	}
	return w
}

// fundedRests is the first thing that shows that the money had come in.
func (l life) fundedRests() evidence.IDs {
	funded := []transfer.State{transfer.Processing, transfer.FundsConverted, transfer.OutgoingPaymentSent, transfer.BouncedBack}
	for _, v := range l.Facts.Visits {
		if slices.Contains(funded, v.State) || slices.Contains(funded, v.From) {
			return v.Evidence
		}
	}
	if len(l.Facts.Failures) > 0 {
		return l.Facts.Failures[0].Evidence
	}
	return refundRests(l.Facts.Refunds)
}

// placeNotSaid: cancelled after it was paid out, which leaves open who has the money.
const placeNotSaid = "Wise: it has not said where the money is, and has not reported a refund."

// cancelledWords is what the cancelled rows have in common; most of them wait
// for a refund by Wise.
func (l life) cancelledWords() words {
	why, whyRests := l.why()
	return words{
		tag:      "Cancelled",
		tone:     Problem,
		rests:    l.held.Evidence,
		since:    sinceVisit("Cancelled", true, l.held),
		why:      why,
		whyRests: whyRests,
		who:      reason.Wise,
		whoText:  "Wise: it has the money and has not reported a refund.",
		next:     "Wait for Wise to report the refund; this is not the end of it. If it stays so, ask Wise.",
		payment:  l.newPayment(true),
	}
}
