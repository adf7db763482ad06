package transfer

// unrefunded counts from the last return.
func (f Facts) unrefunded() (Watch, bool) {
	held, ok := f.Held()
	_, newer := f.NewerRefund()
	if !ok || newer || held.State == FundsRefunded || held.State == ChargedBack {
		return Watch{}, false
	}
	if !f.BouncedSinceSent() && (held.State != Cancelled || !f.EverBounced()) {
		return Watch{}, false
	}
	path := f.path()
	back := path[lastStep(path, BouncedBack)]
	w := from(f.Visits[back.visit])
	w.AtLeast = w.AtLeast || !back.told
	w.Code = f.failureOf(f.Visits[back.visit].Attempt)
	return w, true
}

// cancelledUnrefunded counts from the cancellation.
func (f Facts) cancelledUnrefunded() (Watch, bool) {
	held, _ := f.Held()
	back, ok := f.unrefunded()
	w := from(held)
	w.Code = back.Code
	return w, ok && held.State == Cancelled
}

// refundEventMissing counts from the state.
func (f Facts) refundEventMissing() (Watch, bool) {
	held, _ := f.Held()
	return from(held), held.State == FundsRefunded && len(f.CurrentRefunds()) == 0
}

// refundStateMissing counts from the refund event.
func (f Facts) refundStateMissing() (Watch, bool) {
	r, ok := f.NewerRefund()
	return Watch{Since: r.At, AtLeast: r.BySent}, ok
}

// refundDiffers counts from the refund. Several refunds are not added up, so that
// nothing is said of them; nor is it where no event tells what was sent.
func (f Facts) refundDiffers() (Watch, bool) {
	refunds := f.CurrentRefunds()
	sent, known := f.Amount()
	if len(refunds) != 1 || !known {
		return Watch{}, false
	}
	r := refunds[0]
	differs := r.Amount.Known() && r.Amount.Currency == sent.Currency && !r.Amount.Value.Equal(sent.Value)
	return Watch{Since: r.At, AtLeast: r.BySent}, differs
}
