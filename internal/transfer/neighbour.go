package transfer

import (
	"slices"
	"time"

	"transferdesk/internal/evidence"
)

// apart says whether two clusters of equal content are two events after all.
type apart func(a, b *cluster) bool

func never(_, _ *cluster) bool { return false }

// joinNeighbours makes one event of neighbours in time with equal content where
// at least one of them has no usable occurred_at: sent_at says when a body was
// dispatched, so each version and subscription has its own. What happened within
// one unit of time counts as side by side. Clusters come and go in order.
func joinNeighbours(sorted []*cluster, unit time.Duration, apart apart) []*cluster {
	if !slices.ContainsFunc(sorted, (*cluster).bySent) {
		return sorted
	}
	slots := slotsOf(sorted, unit)
	for i := 0; i < len(slots); i++ {
		for _, c := range slices.Clone(slots[i]) {
			if home := neighbour(slots, i, c, apart); home != nil {
				home.absorb(c)
				slots[i] = slices.DeleteFunc(slots[i], func(other *cluster) bool { return other == c })
			}
		}
		if len(slots[i]) == 0 {
			slots = slices.Delete(slots, i, i+1)
			i--
		}
	}
	joined := slices.Concat(slots...)
	slices.SortFunc(joined, compareClusters)
	return joined
}

// slotsOf cuts a sorted list wherever the time, in whole units, moves on.
func slotsOf(sorted []*cluster, unit time.Duration) [][]*cluster {
	var slots [][]*cluster
	for i, c := range sorted {
		if i > 0 && c.at.Truncate(unit).Equal(sorted[i-1].at.Truncate(unit)) {
			slots[len(slots)-1] = append(slots[len(slots)-1], c)
			continue
		}
		slots = append(slots, []*cluster{c})
	}
	return slots
}

// neighbour is the cluster that c, if only sent_at places it, is another body of:
// in its own slot, in the one before, or one that occurred in the one after.
func neighbour(slots [][]*cluster, at int, c *cluster, apart apart) *cluster {
	if c.by == evidence.Occurred {
		return nil
	}
	same := func(other *cluster) bool {
		return other != c && other.content == c.content && other.fitsAll(c) && !apart(other, c)
	}
	occurred := func(other *cluster) bool { return other.by == evidence.Occurred && same(other) }
	for _, look := range []struct {
		slot int
		same func(*cluster) bool
	}{{at, occurred}, {at - 1, same}, {at, same}, {at + 1, occurred}} {
		if look.slot < 0 || look.slot >= len(slots) {
			continue
		}
		if i := slices.IndexFunc(slots[look.slot], look.same); i >= 0 {
			return slots[look.slot][i]
		}
	}
	return nil
}

func (c *cluster) fitsAll(other *cluster) bool {
	return !slices.ContainsFunc(other.bodies, func(e Event) bool { return !c.fits(e) })
}
