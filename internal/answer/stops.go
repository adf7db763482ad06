package answer

import (
	"slices"

	"transferdesk/internal/transfer"
)

// The five stops, and the sixth that stands there only with funds_refunded.
const (
	stopCustomer  = "Customer"
	stopWise      = "Wise"
	stopConverted = "Converted"
	stopPaidOut   = "Paid out" // not "recipient's bank": wallets, cards and telephones are paid out to as well
	stopBack      = "Back at Wise"
	stopRefunded  = "Back to the customer"
	stopWithUs    = "Back with us" // instead of it where the company funds the transfers
)

// stops is where the money is: each place with its date, the current one marked.
func stops(l life, code Code) []Stop {
	if l.Facts.Inbound != nil {
		return inboundStops(l, code)
	}
	all := []Stop{
		{Name: stopCustomer, At: l.setUpAt(), Note: customerNote(l, code)},
		{Name: stopWise, At: l.reachedWiseAt(), Note: l.wiseNote(code)},
		{Name: stopConverted, At: l.convertedAt()},
		{Name: stopPaidOut, At: l.paidOutAt(), Note: l.paidOutNote(code)},
	}
	if l.Facts.BouncedSinceSent() {
		at, _ := l.lastBounce()
		all = append(all, Stop{Name: stopBack, At: at, Note: backNote(code)})
	}
	if l.is(transfer.FundsRefunded) {
		all = append(all, Stop{Name: l.refundStop(), At: l.refundedAt(), Note: l.amounts()})
	}
	return l.mark(all, l.current(code))
}

// mark sets which stops were reached, and the current one. While the money is on
// its way out, what lies behind the current stop is not reached any more; a
// return shows the whole way that it took.
func (l life) mark(all []Stop, current string) []Stop {
	at := slices.IndexFunc(all, func(s Stop) bool { return s.Name == current })
	for i := range all {
		all[i].Current = i == at
		all[i].Reached = i <= at
		if at < 0 || at > 3 {
			all[i].Reached = i <= at && i > 3 || l.passed(all[i].Name)
		}
	}
	return all
}

// passed says whether the history shows the money at that stop.
func (l life) passed(stop string) bool {
	switch stop {
	case stopCustomer:
		return true
	case stopWise:
		return l.Facts.ShowsFunding()
	case stopConverted:
		return l.Facts.EverSent() || visitBefore(l.Facts.Visits, transfer.FundsConverted, len(l.Facts.Visits)) >= 0
	case stopPaidOut:
		return l.Facts.EverSent()
	}
	return true
}

// current is the stop where the money is; empty where Wise has not said enough.
func (l life) current(code Code) string {
	switch code {
	case OnlyHeardOf, StateNotKnown, CancelledUnclear, ChargedBack:
		return ""
	case CancelledFunded, CancelledAfterReturn:
		return l.currentOfCancelled()
	case Refunded, RefundedAmountUnknown, RefundedUnsent:
		return l.refundStop()
	case Returned, ReturnedNoReason, ReturnedInProcess:
		return stopBack
	case ChargedBackAfterSent:
		if l.Facts.BouncedSinceSent() {
			return ""
		}
		return stopPaidOut
	case CancelledUnfunded:
		return stopCustomer
	}
	return l.currentByState()
}

// currentOfCancelled is the current stop of a funded transfer that was cancelled:
// not known when it was cancelled while it was paid out.
func (l life) currentOfCancelled() string {
	switch {
	case l.Facts.BouncedSinceSent():
		return stopBack
	case l.Facts.EverSent():
		return ""
	}
	return stopWise
}

// currentByState is the current stop of all rows whose state tells it.
func (l life) currentByState() string {
	if l.Facts.BouncedSinceSent() {
		return stopBack
	}
	switch l.held.State {
	case transfer.OutgoingPaymentSent:
		return stopPaidOut
	case transfer.FundsConverted:
		return stopConverted
	case transfer.IncomingPaymentWaiting, transfer.IncomingPaymentInitiated:
		return stopCustomer
	}
	return stopWise
}

// refundStop is where a refund goes: to the customer, or to us if we fund.
func (l life) refundStop() string {
	if l.weFund() {
		return stopWithUs
	}
	return stopRefunded
}
