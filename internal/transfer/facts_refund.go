package transfer

import "time"

// CurrentRefunds lists the refunds that no later state took back, oldest first.
func (f Facts) CurrentRefunds() []Refund {
	var current []Refund
	for _, r := range f.Refunds {
		if !r.Undone {
			current = append(current, r)
		}
	}
	return current
}

// NewerRefund is the last refund when the state that belongs to it is still to
// come: it is not before the second of the state held, which is another.
func (f Facts) NewerRefund() (Refund, bool) {
	if len(f.Refunds) == 0 || f.State() == FundsRefunded {
		return Refund{}, false
	}
	last := f.Refunds[len(f.Refunds)-1]
	if held, ok := f.Held(); ok && second(last.At).Before(second(held.At)) {
		return Refund{}, false
	}
	return last, true
}

// RefundReopened says whether Wise took a refund back into process: a refund, or
// funds_refunded, and then another state. since is the first state after the last
// such refund.
func (f Facts) RefundReopened() (since Visit, ok bool) {
	if f.State() == FundsRefunded {
		return Visit{}, false
	}
	if _, newer := f.NewerRefund(); newer {
		return Visit{}, false
	}
	at := max(f.afterRefundState(), f.afterRefundEvent())
	if at < 0 {
		return Visit{}, false
	}
	return f.Visits[at], true
}

// afterRefundState is the index of the visit that left funds_refunded last, or -1.
func (f Facts) afterRefundState() int {
	path := f.path()
	i := lastStep(path, FundsRefunded)
	if i < 0 || i+1 >= len(path) {
		return -1
	}
	return path[i+1].visit
}

// afterRefundEvent is the index of the first visit in another state after the
// last refund event, or -1.
func (f Facts) afterRefundEvent() int {
	if len(f.Refunds) == 0 {
		return -1
	}
	return leaves(f.Visits, f.Refunds[len(f.Refunds)-1].At)
}

// leaves is the index of the first visit in a later second than at and in
// another state than funds_refunded, or -1.
func leaves(visits []Visit, at time.Time) int {
	for i, v := range visits {
		if v.State != FundsRefunded && second(v.At).After(second(at)) {
			return i
		}
	}
	return -1
}

// second cuts a time to the unit of identity and order.
func second(t time.Time) time.Time { return t.Truncate(time.Second) }
