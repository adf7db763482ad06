package transfer

// Final says whether the state held is an end: nothing more is to be expected,
// and active cases are stale. A refund that was reopened is held no more.
func (f Facts) Final() bool {
	switch f.State() {
	case FundsRefunded, Cancelled, ChargedBack:
		return true
	}
	return false
}

// ToBePaidOut says whether a payout to the recipient is still to come, or may be
// tried again: Wise reports a state, and it is neither an end nor "paid out".
func (f Facts) ToBePaidOut() bool {
	return f.State() != "" && f.Inbound == nil && !f.Final() && f.State() != OutgoingPaymentSent
}

// OpenCases lists the active cases that may speak: none that is stale.
func (f Facts) OpenCases() []Case {
	var open []Case
	for _, c := range f.Cases {
		if !f.Stale(c) {
			open = append(open, c)
		}
	}
	return open
}

// Stale says whether a case is still listed although what it was about is over:
// in a final state, and, if it was there before, once the money was paid out, which
// the seeds call the final state of the normal flow. One that came up after the
// payout is about the payout.
func (f Facts) Stale(c Case) bool {
	if f.Final() {
		return true
	}
	n := len(f.Visits)
	return f.State() == OutgoingPaymentSent && c.Since.Before(earliest(f.Visits, n-1))
}

// Stage is where the payout problem of the transfer stands, if it has one. A payment
// to the customer is no payout.
func (f Facts) Stage() Stage {
	if f.Inbound != nil {
		return StageNone
	}
	bounced := f.EverBounced()
	switch state := f.State(); {
	case state == ChargedBack:
		return StageNone
	case f.refunded():
		return stageIf(bounced || len(f.Failures) > 0, StageRefunded)
	case state == Cancelled:
		return stageIf(bounced, StageCancelled)
	case f.BouncedSinceSent() || bounced && f.reopened():
		return StageReturned
	}
	return stageIf(f.stuck(), StageFailed)
}

// stuck says whether a payout failed in this attempt, and not only by a technical delay
// after which Wise has gone on.
func (f Facts) stuck() bool {
	failure, failed := f.CurrentFailure()
	_, retrying := f.Retrying()
	return failed && (retrying || failure.Code != Retryable)
}

// refunded says whether the last word is a refund, by state or by event.
func (f Facts) refunded() bool {
	_, newer := f.NewerRefund()
	return newer || f.State() == FundsRefunded
}

func (f Facts) reopened() bool {
	_, ok := f.RefundReopened()
	return ok
}

func stageIf(holds bool, stage Stage) Stage {
	if holds {
		return stage
	}
	return StageNone
}
