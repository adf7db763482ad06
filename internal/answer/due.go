package answer

import (
	"time"

	"transferdesk/internal/history"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// How long is waited before something is worth a look.
const (
	unfundedDays = 14 // Wise usually cancels what is not funded by then (its help pages)
	foundDays    = 30 // how long a list goes on showing what nothing will mend
)

// Patience says what is due: by the hour, by settings, and by what the company's own
// transfers have taken.
type Patience struct {
	History          history.Table // nil: not known, and nothing is late against it
	RefundEventAfter time.Duration // as that of Input
	Now              time.Time
}

// Due says which watches of a kind are due. Lists and counts ask the database by it,
// and a transfer's flags are decided by it too, so that they agree.
func (p Patience) Due(kind transfer.WatchKind) transfer.Due {
	d := transfer.Due{Kind: kind}
	switch kind {
	case transfer.WatchUnsent:
		p.late(&d, transfer.CreatedSent)
	case transfer.WatchUnrefunded:
		p.late(&d, transfer.BouncedRefunded)
	case transfer.WatchUnfunded:
		d.Before = p.Now.AddDate(0, 0, -unfundedDays)
	case transfer.WatchRetrying:
		d.Before = when.WorkingDayBefore(p.Now)
	case transfer.WatchCancelledUnrefunded, transfer.WatchRefundEventMissing, transfer.WatchRefundStateMissing, transfer.WatchCredit:
		d.Before = p.Now.Add(-p.otherHalf())
	case transfer.WatchGap, transfer.WatchRefundDiffers:
		d.Before, d.After = p.ever(), p.Now.AddDate(0, 0, -foundDays)
	default:
		d.Before = p.ever()
	}
	return d
}

// ever takes whatever has begun. Wise's clock may be ahead of ours.
func (p Patience) ever() time.Time { return p.Now.AddDate(0, 0, 1) }

// otherHalf is how long the other half of a refund may take.
func (p Patience) otherHalf() time.Duration {
	if p.RefundEventAfter > 0 {
		return p.RefundEventAfter
	}
	return RefundEventAfter
}

// late makes due what has gone on for longer than nine in ten took: those of the same
// code where there are enough of them, else all.
func (p Patience) late(d *transfer.Due, leg transfer.LegName) {
	for key, f := range p.History {
		if key.Leg != string(leg) || !f.Told() {
			continue
		}
		before := p.Now.Add(-f.P90 - time.Second) // p90 is in whole seconds, cut
		if key.Code == "" {
			d.Before = before
			continue
		}
		if d.ByCode == nil {
			d.ByCode = map[string]time.Time{}
		}
		d.ByCode[key.Code] = before
	}
}

// waits is what the answer's own flags are decided by.
func (in Input) waits() Patience {
	return Patience{History: in.History, RefundEventAfter: in.RefundEventAfter, Now: in.Now}
}
