package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// Flags of clocks that have run for too long.
const (
	FlagLate                = "late"                 // longer than nine in ten of our own took
	FlagUnfundedLong        = "unfunded_long"        // waits to be funded for 14 days
	FlagRetryingLong        = "retrying_long"        // Wise tries again, and nothing has come for a working day
	FlagCancelledUnrefunded = "cancelled_unrefunded" // cancelled after a return, and no refund is reported
)

// lateFlag is one line of the table of late flags: what a watch that is due says.
type lateFlag struct {
	kind transfer.WatchKind
	code string
	say  func(l life, w transfer.Watch) (string, evidence.IDs)
}

// lateTable is in the order in which the flags stand.
var lateTable = []lateFlag{
	{transfer.WatchUnsent, FlagLate, life.unsentLate},
	{transfer.WatchUnrefunded, FlagLate, life.unrefundedLate},
	{transfer.WatchCancelledUnrefunded, FlagCancelledUnrefunded, life.cancelledLong},
	{transfer.WatchRetrying, FlagRetryingLong, life.retryingLong},
	{transfer.WatchUnfunded, FlagUnfundedLong, life.unfundedLong},
}

// lateFlags: a clock that has run for too long. For the desk only.
func lateFlags(l life) []Flag {
	var out []Flag
	watches := l.Facts.Watches()
	for _, line := range lateTable {
		for _, w := range watches {
			if w.Kind != line.kind || !l.waits().Due(w.Kind).Takes(w) {
				continue
			}
			text, rests := line.say(l, w)
			out = append(out, Flag{line.code, text, w.Since, rests})
		}
	}
	return out
}

func (l life) unsentLate(w transfer.Watch) (string, evidence.IDs) {
	return "Not paid out" + l.howLong(w, " since it was created, ") + ": longer than nine in ten of ours took (" + ofHow(l.figures(transfer.CreatedSent), false) + ").", l.Facts.Visits[0].Evidence
}

func (l life) unrefundedLate(w transfer.Watch) (string, evidence.IDs) {
	f, own := l.History.Of(string(transfer.BouncedRefunded), w.Code)
	_, rests := l.lastBounce()
	nineInTen := ": longer than nine in ten of ours took to be refunded (" + ofHow(f, own && w.Code != "") + ")."
	if isRefundReopened(l) {
		return "It came back to Wise" + l.howLong(w, " ") + " ago, and the refund that was reported is not certain" + nineInTen, evidence.Union(rests, l.held.Evidence, refundRests(l.Facts.Refunds), l.refundedRests())
	}
	return "Back at Wise" + l.howLong(w, " for ") + nineInTen, rests
}

func (l life) cancelledLong(w transfer.Watch) (string, evidence.IDs) {
	if isRefundReopened(l) {
		return "Cancelled" + l.howLong(w, " for ") + " after a refund was reported, and whether that stands is not known: ask Wise.", evidence.Union(l.held.Evidence, refundRests(l.Facts.Refunds), l.refundedRests())
	}
	return "Cancelled" + l.howLong(w, " for ") + " after it came back, and no refund is reported: ask Wise.", l.held.Evidence
}

func (l life) retryingLong(w transfer.Watch) (string, evidence.IDs) {
	return "Wise has been trying again" + l.howLong(w, " for ") + ", and nothing has come for a working day: ask Wise.", l.failure.Evidence
}

func (l life) unfundedLong(w transfer.Watch) (string, evidence.IDs) {
	return "Waiting to be funded" + l.howLong(w, " for ") + ": Wise usually cancels what is not funded after 14 days.", l.waitsRests()
}

// waitsRests is the first and the last of the unbroken states that wait for the money.
func (l life) waitsRests() evidence.IDs {
	rests := l.held.Evidence
	for i := len(l.Facts.Visits) - 1; i >= 0 && l.Facts.Visits[i].State.Waits(); i-- {
		rests = evidence.Union(l.held.Evidence, l.Facts.Visits[i].Evidence)
	}
	return rests
}
