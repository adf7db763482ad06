package answer

import (
	"slices"
	"time"

	"transferdesk/internal/transfer"
)

// The dates of the stops, and the word beside each.

// setUpAt is when the transfer was made; zero if no event tells.
func (l life) setUpAt() time.Time {
	at, _ := l.Facts.CreatedAt()
	return at
}

// reachedWiseAt is the first "processing".
func (l life) reachedWiseAt() time.Time {
	v := l.Facts.Visits
	i := slices.IndexFunc(v, func(v transfer.Visit) bool { return v.State == transfer.Processing })
	return timeOf(v, i)
}

// convertedAt is the last conversion before the last payout, or the last of all.
func (l life) convertedAt() time.Time {
	v := l.Facts.Visits
	end := len(v)
	if sent := visitBefore(v, transfer.OutgoingPaymentSent, end); sent >= 0 {
		end = sent
	}
	return timeOf(v, visitBefore(v, transfer.FundsConverted, end))
}

// paidOutAt is the last payout.
func (l life) paidOutAt() time.Time {
	at, _ := l.lastSent()
	return at
}

// customerNote is the word beside the first stop.
func customerNote(l life, code Code) string {
	switch code {
	case WaitingFunding:
		return "not funded yet"
	case FundingAnnounced:
		return "payment announced"
	case Underfunded:
		return "part is missing"
	case CancelledUnfunded:
		return "cancelled, never funded"
	}
	if l.weFund() {
		return "funded by us"
	}
	return ""
}

// wiseNote is the word beside the second stop.
func (l life) wiseNote(code Code) string {
	if l.current(code) != stopWise {
		return ""
	}
	switch code {
	case CancelledFunded:
		return "cancelled"
	case Unknown:
		return "needs information"
	case TakenBack:
		return "in process again"
	}
	return ""
}

// paidOutNote is the word beside the fourth stop.
func (l life) paidOutNote(code Code) string {
	switch {
	case code == TakenBack:
		return "taken back"
	case code == ChargedBackAfterSent && !l.Facts.BouncedSinceSent():
		return "charged back"
	case l.Facts.BouncedSinceSent():
		return "came back"
	case code == FailedStateUnchanged:
		return "payout failed"
	case code == Retrying:
		return "trying again"
	case code == SentAgain || l.is(transfer.OutgoingPaymentSent) && l.Facts.EverBounced():
		return "again"
	}
	return ""
}

// backNote is the word beside the fifth stop.
func backNote(code Code) string {
	switch code {
	case ReturnedInProcess:
		return "in process again"
	case CancelledAfterReturn:
		return "cancelled"
	case RefundedStateToCome:
		return "refund reported"
	case Unknown:
		return "needs information"
	}
	return ""
}
