package web

import (
	"cmp"
	"slices"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/web/wording"
)

// timelineOrder says by what a timeline goes.
type timelineOrder string

// The orders, as the URL spells them.
const (
	byHappening timelineOrder = "happened" // as it happened; the usual one
	byLearning  timelineOrder = "learned"  // as we learned it: by first arrival
)

// parseOrder reads the order of a timeline; an empty one is the usual.
func parseOrder(text string) (timelineOrder, error) {
	switch order := timelineOrder(text); order {
	case byHappening, byLearning:
		return order, nil
	case "":
		return byHappening, nil
	}
	return "", fault.New(fault.Invalid, "There is no such order: order is happened or learned.")
}

// arrange puts entries, oldest first as they happened, into the order.
func (o timelineOrder) arrange(entries []transfer.Entry) []transfer.Entry {
	if o != byLearning {
		return entries
	}
	return slices.SortedStableFunc(slices.Values(entries), func(a, b transfer.Entry) int {
		return cmp.Or(wording.FirstArrival(a.Sources).Compare(wording.FirstArrival(b.Sources)), cmp.Compare(lowest(a.Sources), lowest(b.Sources)))
	})
}

// time is the moment by which an entry stands where it does.
func (o timelineOrder) time(e transfer.Entry) time.Time {
	if o == byLearning {
		return wording.FirstArrival(e.Sources)
	}
	return e.At.Time
}

// lowest is the first delivery that told of an event; 0 when none is known.
func lowest(sources []evidence.Source) int64 {
	if len(sources) == 0 {
		return 0
	}
	return sources[0].Delivery
}
