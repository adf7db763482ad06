package transfer

import "time"

// WatchKind is a clock that runs, or something that does not fit: worth a look from
// a moment on.
type WatchKind string

// The kinds. Whether one is due depends on the hour, on settings and on the
// company's own history, so that it is decided when it is read.
const (
	WatchUnfunded            WatchKind = "unfunded"             // waits to be funded
	WatchUnsent              WatchKind = "unsent"               // funded, and the payout is still to come; Since is the creation
	WatchUnrefunded          WatchKind = "unrefunded"           // back at Wise, cancelled there or not, and not refunded
	WatchCancelledUnrefunded WatchKind = "cancelled_unrefunded" // cancelled after it came back, and is not refunded
	WatchRetrying            WatchKind = "retrying"             // Wise tries again after a technical delay, and nothing came after
	WatchRefundEventMissing  WatchKind = "refund_event_missing" // funds_refunded without a refund event
	WatchRefundStateMissing  WatchKind = "refund_state_missing" // a refund event without the state
	WatchGap                 WatchKind = "gap"                  // an event is missing; Since is the last one after which one is
	WatchRefundDiffers       WatchKind = "refund_differs"       // the refund is not the amount that was debited, in one currency
	WatchClosing             WatchKind = "closing"              // of a user or a profile: WITHDRAW_ONLY, unbroken

	WatchOwed   WatchKind = "owed"                  // cancelled without ever coming back, though it was funded or may have been, and not refunded
	WatchCredit WatchKind = "credit_without_refund" // a credit with its number, and no refund is reported
)

// Watch says that something about a transfer is worth a look, from a moment on.
type Watch struct {
	Kind    WatchKind
	Code    string    // of the failure that it is about; "" when none is known or it is about none
	Since   time.Time // to the microsecond; zero: not known, and no clock runs
	AtLeast bool      // it may have begun before Since: by when Wise sent the event, or when we asked
}

// watching is one line of the table of watches: Since of the visit given, if there is one.
type watching struct {
	kind WatchKind
	find func(Facts) (Watch, bool)
}

// watches is the table: a further kind is a line here and a constant above.
var watches = []watching{
	{WatchUnfunded, Facts.unfunded},
	{WatchUnsent, Facts.unsent},
	{WatchUnrefunded, Facts.unrefunded},
	{WatchCancelledUnrefunded, Facts.cancelledUnrefunded},
	{WatchRetrying, Facts.retrying},
	{WatchRefundEventMissing, Facts.refundEventMissing},
	{WatchRefundStateMissing, Facts.refundStateMissing},
	{WatchGap, Facts.missingEvent},
	{WatchRefundDiffers, Facts.refundDiffers},
	{WatchOwed, Facts.owed},
	{WatchCredit, Facts.creditWithoutRefund},
}

// Watches lists what about the transfer is worth a look, at most one of each kind. A
// payment to the customer is no payout, and has none.
func (f Facts) Watches() []Watch {
	if f.Inbound != nil {
		return nil
	}
	var all []Watch
	for _, w := range watches {
		if found, ok := w.find(f); ok {
			found.Kind, found.Since = w.kind, found.Since.Truncate(time.Microsecond)
			all = append(all, found)
		}
	}
	return all
}

// Watch is the watch of one kind, if there is one.
func (f Facts) Watch(kind WatchKind) (Watch, bool) {
	for _, w := range f.Watches() {
		if w.Kind == kind {
			return w, true
		}
	}
	return Watch{}, false
}

// InFlight are the kinds that say between them that a transfer is not over: no
// transfer has two of them.
func InFlight() []WatchKind {
	return []WatchKind{WatchUnfunded, WatchUnsent, WatchUnrefunded, WatchOwed, WatchRefundStateMissing}
}

// from is a watch since a visit.
func from(v Visit) Watch { return Watch{Since: v.At, AtLeast: !v.occurred()} }
