package transfer

import "slices"

// unrefunded counts from the last return.
func (f Facts) unrefunded() (Watch, bool) {
	if !f.notRefunded() || !f.BouncedSinceSent() {
		return Watch{}, false
	}
	path := f.path()
	back := path[lastStep(path, BouncedBack)]
	w := from(f.Visits[back.visit])
	w.AtLeast = w.AtLeast || !back.told
	w.Code = f.failureOf(f.Visits[back.visit].Attempt)
	return w, true
}

// notRefunded says whether a return is known, and neither a refund nor a chargeback.
func (f Facts) notRefunded() bool {
	_, newer := f.NewerRefund()
	state := f.State()
	return !newer && state != FundsRefunded && state != ChargedBack && slices.ContainsFunc(f.Visits, Visit.ofReturn)
}

// ofReturn says whether a return is the visit, or is known by it.
func (v Visit) ofReturn() bool { return v.State == BouncedBack || v.From == BouncedBack }

// cancelledUnrefunded counts from the cancellation, also where the money had been paid
// out again in between.
func (f Facts) cancelledUnrefunded() (Watch, bool) {
	held, _ := f.Held()
	w := from(held)
	w.Code = f.failureOf(held.Attempt)
	return w, held.State == Cancelled && f.notRefunded()
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
// nothing is said of them; nor is it where no event tells what was sent, or where one
// of the two is no amount that anybody can pay.
func (f Facts) refundDiffers() (Watch, bool) {
	refunds := f.CurrentRefunds()
	sent, known := f.Amount()
	if len(refunds) != 1 || !known {
		return Watch{}, false
	}
	r := refunds[0]
	rest, same := sent.Minus(r.Amount)
	differs := same && sent.Payable() && r.Amount.Payable() && !rest.Value.IsZero()
	return Watch{Since: r.At, AtLeast: r.BySent}, differs
}
