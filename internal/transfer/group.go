package transfer

import (
	"cmp"
	"slices"

	"transferdesk/internal/evidence"
)

// identity is content in a second: what makes two bodies one event when both
// have a usable occurred_at.
type identity struct {
	content
	second int64
}

// group sorts bodies into clusters by identity. Bodies that only sent_at places
// stay alone until joinNeighbours; those that nothing places are one when they
// say the same.
func group(events []Event) []*cluster {
	var clusters []*cluster
	known := make(map[identity][]*cluster, len(events))
	for _, e := range distinct(events) {
		id := identity{content: e.content()}
		switch e.At.PlacedBy() {
		case evidence.Sent:
			clusters = append(clusters, newCluster(e, id.content))
			continue
		case evidence.Occurred:
			id.second = e.At.Second().Unix()
		}
		if c := sameEvent(known[id], e); c != nil {
			c.add(e)
			continue
		}
		c := newCluster(e, id.content)
		known[id] = append(known[id], c)
		clusters = append(clusters, c)
	}
	return clusters
}

// distinct drops repetitions of one delivery and sorts what is left by content,
// movements that name their step before those that don't: a body without a step
// then finds the one that it belongs to, whatever arrived first.
func distinct(events []Event) []Event {
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, func(a, b Event) int {
		return cmp.Or(compareMovements(a.movement(), b.movement()), compareBodies(a, b))
	})
	return slices.CompactFunc(sorted, func(a, b Event) bool {
		return a.Hash == b.Hash && a.Source.Delivery == b.Source.Delivery && a.content() == b.content()
	})
}

// movement is the movement of a balance event, and a zero one of any other.
func (e Event) movement() Movement {
	if e.Movement == nil {
		return Movement{}
	}
	return *e.Movement
}

func compareMovements(a, b Movement) int {
	return cmp.Or(compareNamed(a.StepID, b.StepID), compareNamed(a.BalanceID, b.BalanceID), compareNamed(a.AccountID, b.AccountID), compareAfter(a, b))
}

// compareAfter puts movements that say what is left before those that do not.
func compareAfter(a, b Movement) int {
	switch known := a.BalanceAfter.Known(); {
	case known == b.BalanceAfter.Known():
		return a.BalanceAfter.Value.Cmp(b.BalanceAfter.Value)
	case known:
		return -1
	}
	return 1
}

// compareNamed puts ids that are named before those that are not (0).
func compareNamed(a, b int64) int {
	switch {
	case a == b:
		return 0
	case a == 0:
		return 1
	case b == 0:
		return -1
	}
	return cmp.Compare(a, b)
}

// sameEvent is the first cluster that the body can belong to, or nil.
func sameEvent(clusters []*cluster, e Event) *cluster {
	for _, c := range clusters {
		if c.fits(e) {
			return c
		}
	}
	return nil
}

// fits says whether no body of the cluster names another balance, account or step,
// or another amount left on the balance: they tell two movements apart only where
// both have them.
func (c *cluster) fits(e Event) bool {
	m := e.movement()
	return !slices.ContainsFunc(c.bodies, func(held Event) bool {
		h := held.movement()
		return differ(h.BalanceID, m.BalanceID) || differ(h.StepID, m.StepID) || differ(h.AccountID, m.AccountID) ||
			h.BalanceAfter.Known() && m.BalanceAfter.Known() && !h.BalanceAfter.Equal(m.BalanceAfter)
	})
}

func differ(a, b int64) bool { return a != 0 && b != 0 && a != b }
