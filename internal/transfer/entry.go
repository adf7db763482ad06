package transfer

import (
	"cmp"
	"slices"
	"strings"

	"transferdesk/internal/evidence"
)

// entries is the timeline as lines, oldest first, unplaced events at the end.
func (t timeline) entries() []Entry {
	var entries []Entry
	var open []Case
	for _, c := range t.placed() {
		e := c.entry()
		if e.Kind == ActiveCases {
			open = e.compare(open, c.snapshot(open))
		}
		entries = append(entries, e)
	}
	for _, c := range t.unplaced {
		e := c.entry()
		e.SetsNothing = true
		entries = append(entries, e)
	}
	return entries
}

// compare says what a snapshot changed, and gives the cases that are open after it.
func (e *Entry) compare(before, after []Case) []Case {
	e.Open = after
	for _, c := range after {
		if !slices.ContainsFunc(before, c.same) {
			e.Opened = append(e.Opened, c.Code)
		}
	}
	for _, c := range before {
		if !slices.ContainsFunc(after, c.same) {
			e.Over, e.Cleared = append(e.Over, c), append(e.Cleared, c.Code)
		}
	}
	return after
}

// same says whether two are one case, whatever the spelling of its code.
func (c Case) same(other Case) bool { return strings.EqualFold(c.Code, other.Code) }

// entry is the event of the first source, with what the others add to it.
func (c *cluster) entry() Entry {
	bodies := slices.Clone(c.bodies)
	slices.SortFunc(bodies, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.Source.Delivery, b.Source.Delivery), cmp.Compare(a.Hash, b.Hash))
	})
	e := Entry{Event: bodies[0], Gap: c.marks.gap, Held: c.marks.held, Rollback: c.marks.rollback, Confirms: c.marks.confirms}
	for _, b := range bodies {
		e.Sources = append(e.Sources, b.Source)
		e.Flags = append(slices.Clip(e.Flags), b.Flags...)
	}
	slices.Sort(e.Flags)
	e.Flags = slices.Compact(e.Flags)
	c.refine(&e.Event)
	return e
}

// refine gives the event the best time of all bodies and the details that only
// some versions have.
func (c *cluster) refine(e *Event) {
	if c.by != evidence.Nothing {
		e.At = c.moment()
	}
	if e.Kind == PayoutFailure && e.Description == "" {
		e.Description = c.description()
	}
	if e.Kind.IsMovement() && e.Movement != nil {
		m := c.movement()
		e.Kind, e.Transfer, e.Movement = c.content.kind, c.content.transfer, &m
	}
	if e.Kind == IncomingCredit {
		settled, byMessage := c.settled()
		e.Incoming = &Incoming{Settled: settled, ByMessage: byMessage}
	}
}

// moment is the moment of the body whose time is the cluster's.
func (c *cluster) moment() evidence.Moment {
	i := slices.IndexFunc(c.bodies, func(e Event) bool { return e.At.By == c.by && e.At.Time.Equal(c.at) })
	m := c.bodies[max(0, i)].At
	m.Time = c.at
	return m
}

// evidence lists the deliveries of all bodies, lowest first.
func (c *cluster) evidence() evidence.IDs {
	var ids evidence.IDs
	for _, e := range c.bodies {
		ids = append(ids, e.Source.Delivery)
	}
	return evidence.Union(ids)
}
