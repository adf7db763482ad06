package transfer

// Known says whether the state is one of the ten that the seeds name.
func (s State) Known() bool {
	switch s {
	case IncomingPaymentWaiting, IncomingPaymentInitiated, Processing, FundsConverted, OutgoingPaymentSent,
		BouncedBack, Cancelled, FundsRefunded, ChargedBack, Unknown:
		return true
	}
	return false
}

// rank is the place of a state on the happy path, from 1; 0 for a state that is
// not on it, which can be neither ahead of nor behind another.
func (s State) rank() int {
	switch s {
	case IncomingPaymentWaiting:
		return 1
	case IncomingPaymentInitiated:
		return 2
	case Processing:
		return 3
	case FundsConverted:
		return 4
	case OutgoingPaymentSent:
		return 5
	}
	return 0
}

// showsFunding says whether a transfer can be in this state only once its money
// had arrived at Wise. charged_back is left out (it may be a debit that failed)
// and so is unknown.
func (s State) showsFunding() bool {
	return s.rank() >= Processing.rank() || s == BouncedBack || s == FundsRefunded
}

// isBack says whether a step is a rollback: a step back that is not the seeds'
// problem flow (bounced_back, processing, cancelled, funds_refunded). A chargeback
// may follow any state, by the seeds, so it is none; back from one to the happy path
// is, and so is a payment that came back and waits for its money once more.
func isBack(from, to State) bool {
	if from == to || to == ChargedBack {
		return false
	}
	switch from {
	case Cancelled:
		return to != FundsRefunded
	case FundsRefunded:
		return true
	case ChargedBack:
		return to.rank() > 0
	case BouncedBack:
		return to == IncomingPaymentWaiting || to == IncomingPaymentInitiated
	}
	return to.rank() > 0 && to.rank() < from.rank()
}
