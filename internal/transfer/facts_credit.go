package transfer

// CreditWithoutRefund is money that came with the transfer's number although no refund
// is reported. A credit of somebody else's balance after the payout is the recipient's
// own money, unless it came after the last return.
func (f Facts) CreditWithoutRefund() (Moved, bool) {
	if f.Inbound != nil || len(f.CurrentRefunds()) > 0 || f.State() == FundsRefunded {
		return Moved{}, false
	}
	for _, m := range f.Movements {
		own := m.Profile != 0 && m.Profile == f.Profile
		if m.Credit && (own || !f.EverSent() || f.creditedAfterReturn(m)) {
			return m, true
		}
	}
	return Moved{}, false
}

// creditedAfterReturn says whether a credit is not before the last return that an
// event tells of, so that it is not what the payout brought.
func (f Facts) creditedAfterReturn(m Moved) bool {
	v, ok := f.LastBounce()
	return ok && !v.Seen && f.BouncedSinceSent() && !m.At.Before(v.At)
}

// RefundDue says whether money is to go back, or may have to: it came back to Wise, it
// was cancelled after it had been funded or may have been, or its refund is reported
// and the state is still to come.
func (f Facts) RefundDue() bool {
	if _, newer := f.NewerRefund(); newer {
		return true
	}
	switch f.Stage() {
	case StageReturned, StageCancelled:
		return true
	}
	return f.Inbound == nil && f.State() == Cancelled && !f.NeverFunded()
}

// owed counts from the cancellation of a transfer that never came back.
func (f Facts) owed() (Watch, bool) {
	_, newer := f.NewerRefund()
	held, _ := f.Held()
	return from(held), held.State == Cancelled && !f.NeverFunded() && !f.EverBounced() && !newer
}

// creditWithoutRefund counts from the credit.
func (f Facts) creditWithoutRefund() (Watch, bool) {
	m, ok := f.CreditWithoutRefund()
	return Watch{Since: m.At}, ok
}
