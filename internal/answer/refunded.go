package answer

import (
	"strconv"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// Rows: refunded_state_to_come, refunded, refunded_amount_unknown,
// refunded_unsent. Where the company funds the transfers the money came back to
// the company: nobody may tell the customer "refunded" then.

func isRefundedStateToCome(l life) bool {
	_, newer := l.Facts.NewerRefund()
	return newer
}
func isRefundedUnsent(l life) bool        { return l.is(transfer.FundsRefunded) && l.neverSent() }
func isRefunded(l life) bool              { return l.is(transfer.FundsRefunded) && len(l.refunds) > 0 }
func isRefundedAmountUnknown(l life) bool { return l.is(transfer.FundsRefunded) }

// neverSent says whether the whole history is there and no payout is in it.
func (l life) neverSent() bool {
	if l.Facts.EverSent() {
		return false
	}
	for i, v := range l.Facts.Visits {
		if i > 0 && v.Gap || i == 0 && !fromTheBeginning(v) {
			return false
		}
	}
	return true
}

// wholeHistory is every state that was reported: only all of them show that there was
// no payout.
func (l life) wholeHistory() evidence.IDs {
	var all []evidence.IDs
	for _, v := range l.Facts.Visits {
		all = append(all, v.Evidence)
	}
	return evidence.Union(all...)
}

// fromTheBeginning says whether nothing can have been paid out before this visit.
func fromTheBeginning(v transfer.Visit) bool {
	return v.From == "" && !v.Seen || v.From == transfer.IncomingPaymentWaiting || v.From == transfer.IncomingPaymentInitiated
}

// sayRefundedStateToCome: the refund event is newer than the state held.
func sayRefundedStateToCome(l life) words {
	r, _ := l.Facts.NewerRefund()
	l.refunds = []transfer.Refund{r}
	w := sayRefunded(l)
	w.tag = "Refund reported"
	w.headline = []string{
		"Refunded " + amount(r.Amount) + l.toUs() + " on " + l.day(r.At) + "; the state is still to come.",
		"Refunded" + l.toUs() + " on " + l.day(r.At) + "; the state is still to come.",
	}
	w.since = since{lead: "Refund reported", event: true, at: r.At, rests: r.Evidence}
	w.next = l.firstThen(l.waitForState(), w.next)
	w.payment = l.newPayment(true)
	w.customer = append(w.customer[:2:2], l.notYet())
	return w
}

// sayRefunded: funds_refunded with its refund event.
func sayRefunded(l life) words {
	last := l.refunds[len(l.refunds)-1]
	w := l.refundWords(last.At)
	w.rests = evidence.Union(w.rests, refundRests(l.refunds))
	day := l.day(last.At)
	w.headline = []string{
		"Refunded " + l.amounts() + l.toUs() + l.lastOf(l.Zone) + " on " + day + l.ourRefund(),
		strconv.Itoa(len(l.refunds)) + " refunds" + l.toUs() + l.lastOf(l.Zone) + " on " + day + l.ourRefund(),
	}
	if len(l.refunds) == 1 {
		w.headline[1] = "Refunded" + l.toUs() + " on " + day + l.ourRefund()
	}
	return w
}

// sayRefundedAmountUnknown: funds_refunded, the refund event is not here. The
// state alone does not end the first payment (the rules before the table of payout failures).
func sayRefundedAmountUnknown(l life) words {
	w := l.refundWords(l.heldAt())
	w.since = sinceVisit("Refunded", true, l.held)
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Refunded" + l.toUs() + " on " + day + "; the amount is not reported yet."}
	}, "Refunded"+l.toUs(), ". Nor is the amount.")
	w.next = l.firstThen(l.waitForAmount(), w.next)
	w.payment.Hold = true
	w.customer = append(w.customer[:2:2], "Please do not send it again until you have seen the refund.")
	if l.weFund() {
		w.customer[2] = l.notYet()
	}
	return w
}

// sayRefundedUnsent: refunded without ever being paid out. No reason is given by
// Wise, and none may be guessed: it can be a refusal that nobody may speak of.
func sayRefundedUnsent(l life) words {
	w := sayRefundedAmountUnknown(l)
	w.headline = l.dated(l.held, func(day string) []string {
		return []string{"Never paid out; refunded" + l.toUs() + " on " + day + ", the amount is not reported yet."}
	}, "Refunded"+l.toUs(), ".")
	if len(l.refunds) > 0 {
		w = sayRefunded(l)
		last := l.refunds[len(l.refunds)-1]
		w.headline = []string{
			"Never paid out; refunded " + l.amounts() + l.toUs() + l.lastOf(l.Zone) + " on " + l.day(last.At) + ".",
			"Never paid out; refunded" + l.toUs() + l.lastOf(l.Zone) + " on " + l.day(last.At) + ".",
		}
	}
	w.headRests, w.tellRests = l.wholeHistory(), evidence.Union(w.tellRests, l.wholeHistory())
	if !l.failed {
		w.why = "Wise has given no reason. Do not guess one."
		w.customer[0] = l.subject() + " was not paid out."
	}
	return w
}
