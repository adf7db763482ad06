package transfer

import (
	"cmp"
	"slices"
	"time"

	"transferdesk/internal/evidence"
)

// cluster is one event with every body that carried it.
type cluster struct {
	content content
	bodies  []Event     // by hash: nothing may depend on the order of arrival
	by      evidence.By // Occurred if any body has a usable occurred_at
	at      time.Time   // the finest time of all bodies that the best By places
	until   time.Time   // the latest sending time that placed a body
	marks   visitMarks  // of a state change or a state seen, once it is placed
}

// visitMarks says what placing a state change, or a state that was seen, found.
type visitMarks struct {
	gap, rollback bool
	confirms      bool  // of a state seen: it was held already
	held          State // the state held before
}

func newCluster(e Event, c content) *cluster {
	made := &cluster{content: c, by: e.At.PlacedBy()}
	made.add(e)
	return made
}

// add takes another body in; the cluster keeps the best time.
func (c *cluster) add(e Event) {
	i, _ := slices.BinarySearchFunc(c.bodies, e, compareBodies)
	c.bodies = slices.Insert(c.bodies, i, e)
	by, at := e.At.PlacedBy(), e.At.Time.UTC()
	switch {
	case by == evidence.Nothing:
		return
	case by == evidence.Sent && c.by == evidence.Occurred:
		return
	case by != c.by || c.at.IsZero():
		c.by, c.at = by, at
	case by == evidence.Occurred:
		c.at = evidence.Finer(c.at, at)
	case at.Before(c.at):
		c.at = at
	}
	if by == evidence.Sent && at.After(c.until) {
		c.until = at
	}
}

// absorb takes over all bodies of another cluster of the same event.
func (c *cluster) absorb(other *cluster) {
	for _, e := range other.bodies {
		c.add(e)
	}
}

// hash is the smallest hash of the bodies: the last tie-break.
func (c *cluster) hash() string { return c.bodies[0].Hash }

func (c *cluster) second() int64 { return c.at.Unix() }

func compareBodies(a, b Event) int {
	return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Source.Delivery, b.Source.Delivery))
}

// compareClusters orders by second, then by the fraction, then by hash: never by arrival.
func compareClusters(a, b *cluster) int {
	return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.hash(), b.hash()))
}
