package transfer

import (
	"slices"
	"time"

	"transferdesk/internal/evidence"
)

// timeline is a transfer's events, each once, in order, apart by kind.
type timeline struct {
	states    []*cluster
	failures  []*cluster
	refunds   []*cluster
	cases     []*cluster
	movements []*cluster
	unplaced  []*cluster // no usable time: they set nothing
	lives     lives      // what the states add up to; the order of the others may rest on it
}

// assemble makes a timeline of events in any order and with any repetition.
func assemble(events []Event) timeline {
	var t timeline
	for _, c := range group(events) {
		t.file(c)
	}
	t.states = walk(inOrder(t.states, time.Second, never))
	t.lives = live(t.states)
	t.failures = inOrder(t.failures, time.Second, t.lives.otherAttempt)
	t.refunds = inOrder(t.refunds, time.Second, t.lives.leftRefund)
	t.cases = inOrder(t.cases, time.Nanosecond, never)
	t.movements = inOrder(t.movements, time.Second, never)
	slices.SortFunc(t.unplaced, compareClusters)
	return t
}

func (t *timeline) file(c *cluster) {
	list := &t.unplaced
	if c.by != evidence.Nothing {
		switch c.content.kind {
		case StateChange:
			list = &t.states
		case PayoutFailure:
			list = &t.failures
		case RefundIssued:
			list = &t.refunds
		case ActiveCases:
			list = &t.cases
		case BalanceUpdate:
			list = &t.movements
		}
	}
	*list = append(*list, c)
}

// count is the number of events that are not copies of each other.
func (t timeline) count() int {
	return len(t.states) + len(t.failures) + len(t.refunds) + len(t.cases) + len(t.movements) + len(t.unplaced)
}

func inOrder(clusters []*cluster, unit time.Duration, apart apart) []*cluster {
	slices.SortFunc(clusters, compareClusters)
	return joinNeighbours(clusters, unit, apart)
}

// IsCopy says whether e is another body of an event already held: the same
// identity or, where one of them has no usable occurred_at, equal content to its
// neighbour in order. held are the events of the same transfer, or, for a
// movement, those of its profile in its second.
func IsCopy(held []Event, e Event) bool {
	c := e.content()
	if !slices.ContainsFunc(held, func(h Event) bool { return h.content() == c }) {
		return false
	}
	return assemble(held).count() == assemble(append(slices.Clip(held), e)).count()
}
