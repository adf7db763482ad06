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
// come: it is not before the second of the state held, which is another. A state that
// was seen by asking can have begun before the refund, unless it follows on
// funds_refunded.
func (f Facts) NewerRefund() (Refund, bool) {
	n := len(f.Visits)
	if len(f.Refunds) == 0 || f.State() == FundsRefunded {
		return Refund{}, false
	}
	last := f.Refunds[len(f.Refunds)-1]
	if n > 0 && second(last.At).Before(second(earliest(f.Visits, n-1))) || n > 0 && seenAfterRefund(f.Visits, n-1) {
		return Refund{}, false
	}
	return last, true
}

// seenAfterRefund says whether asking showed that funds_refunded was left.
func seenAfterRefund(visits []Visit, i int) bool {
	return visits[i].Seen && i > 0 && visits[i-1].State == FundsRefunded
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
// another state than funds_refunded, or -1. One that was seen by asking counts only
// if it cannot have begun before.
func leaves(visits []Visit, at time.Time) int {
	for i, v := range visits {
		late := !v.Seen || !second(earliest(visits, i)).Before(second(at)) || seenAfterRefund(visits, i)
		if v.State != FundsRefunded && second(v.At).After(second(at)) && late {
			return i
		}
	}
	return -1
}

// second cuts a time to the unit of identity and order.
func second(t time.Time) time.Time { return t.Truncate(time.Second) }
