package transfer

// Retryable is the one failure after which Wise tries again by itself (schema 5.0.0).
const Retryable = "TECHNICAL_ISSUE_RETRYABLE"

// Retrying says whether the last word on this attempt is a technical delay after
// which Wise tries again, and nothing came after it. A "sent" of up to a minute after
// is of the same attempt.
func (f Facts) Retrying() (Failure, bool) {
	failure, failed := f.CurrentFailure()
	if !failed || failure.Code != Retryable {
		return Failure{}, false
	}
	after := second(f.EarliestHeld()).Sub(second(failure.At))
	return failure, after <= 0 || f.State() == OutgoingPaymentSent && after <= slack
}

func (f Facts) retrying() (Watch, bool) {
	failure, ok := f.Retrying()
	_, newer := f.NewerRefund()
	return Watch{Code: failure.Code, Since: failure.At, AtLeast: failure.BySent}, ok && !newer && !f.Final()
}

// unfunded counts from the first of the unbroken states that wait for the money.
func (f Facts) unfunded() (Watch, bool) {
	i := len(f.Visits)
	for i > 0 && f.Visits[i-1].State.Waits() {
		i--
	}
	if _, newer := f.NewerRefund(); i == len(f.Visits) || newer {
		return Watch{}, false
	}
	return from(f.Visits[i]), true
}

// Waits says whether a transfer in this state has not been funded yet.
func (s State) Waits() bool { return s == IncomingPaymentWaiting || s == IncomingPaymentInitiated }

// unsent counts from the creation. A payout or a refund that Wise took back into
// process has no clock of its own.
func (f Facts) unsent() (Watch, bool) {
	_, newer := f.NewerRefund()
	if !f.ToBePaidOut() || f.State().Waits() || f.BouncedSinceSent() || newer {
		return Watch{}, false
	}
	if f.EverSent() || f.reopened() {
		return Watch{}, true
	}
	w := from(f.Visits[0])
	w.AtLeast = w.AtLeast || !f.Created
	return w, true
}

// missingEvent counts from the last event before which one is missing. A state that
// asking told of is known to have no event.
func (f Facts) missingEvent() (Watch, bool) {
	for i := len(f.Visits) - 1; i >= 0; i-- {
		if v := f.Visits[i]; v.Gap && !v.Seen {
			return from(v), true
		}
	}
	return Watch{}, false
}
