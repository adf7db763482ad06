package transfer

import (
	"slices"
	"time"

	"transferdesk/internal/evidence"
)

// timeline is a transfer's events, each once, in order, apart by kind.
type timeline struct {
	states    []*cluster
	seen      []*cluster
	failures  []*cluster
	refunds   []*cluster
	cases     []*cluster
	movements []*cluster
	incoming  []*cluster
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
	t.seen = inOrder(t.seen, time.Second, never)
	t.lives = live(t.states, t.seen)
	t.failures = inOrder(t.failures, time.Second, t.lives.otherAttempt)
	t.refunds = inOrder(t.refunds, time.Second, t.lives.leftRefund)
	t.cases = inOrder(t.cases, time.Nanosecond, never)
	t.movements = joinCredits(inOrder(t.movements, time.Second, never))
	t.incoming = inOrder(t.incoming, time.Second, never)
	slices.SortFunc(t.unplaced, compareClusters)
	return t
}

func (t *timeline) file(c *cluster) {
	list := &t.unplaced
	if c.by != evidence.Nothing {
		switch c.content.kind {
		case StateChange:
			list = &t.states
		case StateSeen:
			list = &t.seen
		case PayoutFailure:
			list = &t.failures
		case RefundIssued:
			list = &t.refunds
		case ActiveCases:
			list = &t.cases
		case BalanceUpdate, BalanceCredit:
			list = &t.movements
		case IncomingCredit:
			list = &t.incoming
		}
	}
	*list = append(*list, c)
}

// count is the number of events that are not copies of each other.
func (t timeline) count() int {
	return len(t.states) + len(t.seen) + len(t.failures) + len(t.refunds) + len(t.cases) + len(t.movements) + len(t.incoming) + len(t.unplaced)
}

func inOrder(clusters []*cluster, unit time.Duration, apart apart) []*cluster {
	slices.SortFunc(clusters, compareClusters)
	return joinNeighbours(clusters, unit, apart)
}

// alike are the held events that say the same as e, whenever they happened, and for
// a movement those of the other event type that could tell of the same money.
func (e Event) alike(held []Event) []Event {
	var alike []Event
	c := e.content()
	for _, h := range held {
		if h.Kind == e.Kind && h.content() == c || c.sameMoney(h.content()) {
			alike = append(alike, h)
		}
	}
	return alike
}

func (e Event) occurred() bool    { return e.At.PlacedBy() == evidence.Occurred }
func (e Event) notOccurred() bool { return !e.occurred() }

// IsCopy says whether e is another body of an event already held: the same
// identity or, where one of them has no usable occurred_at, equal content to its
// neighbour in order. held are the events of the same transfer, or, for a
// movement, those of its profile in its second. Where all that say the same have a
// usable occurred_at the second decides, and nothing has to be put in order: a
// transfer with thousands of events must not hold up the others.
func IsCopy(held []Event, e Event) bool {
	alike := e.alike(held)
	if len(alike) == 0 {
		return false
	}
	if !e.Kind.IsMovement() && e.occurred() && !slices.ContainsFunc(alike, Event.notOccurred) {
		return slices.ContainsFunc(alike, func(h Event) bool { return h.At.Second().Equal(e.At.Second()) })
	}
	return assemble(held).count() == assemble(append(slices.Clip(held), e)).count()
}
