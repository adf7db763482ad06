package activity

import (
	"slices"

	"transferdesk/internal/evidence"
)

// assemble makes one report of all bodies of an event and puts the reports in
// order; those that no time places are apart.
func assemble(kind Kind, events []Event) (placed, unplaced []*report) {
	for _, r := range group(events) {
		if r.by == evidence.Nothing {
			unplaced = append(unplaced, r)
			continue
		}
		placed = append(placed, r)
	}
	slices.SortFunc(placed, compareReports)
	slices.SortFunc(unplaced, compareReports)
	return walk(births[kind], joinNeighbours(slotsOf(placed))), unplaced
}

// identity is content in a second: what makes two bodies one event when both have
// a usable time of their own.
type identity struct {
	content
	by     evidence.By
	second int64
}

// group makes one report of the bodies with the same content and second, where
// their own time is usable; of those without any time, of all that say the same.
// Bodies that only sent_at places stay alone until joinNeighbours.
func group(events []Event) []*report {
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, compareBodies)
	sorted = slices.CompactFunc(sorted, func(a, b Event) bool { return compareBodies(a, b) == 0 && a.content() == b.content() })
	var reports []*report
	known := make(map[identity]*report, len(sorted))
	for _, e := range sorted {
		id := identity{content: e.content(), by: e.At.PlacedBy()}
		if id.by == evidence.Occurred {
			id.second = e.At.Second().Unix()
		}
		if r := known[id]; r != nil && id.by != evidence.Sent {
			r.add(e)
			continue
		}
		known[id] = newReport(e)
		reports = append(reports, known[id])
	}
	return reports
}

// slotsOf cuts a sorted list wherever the second moves on.
func slotsOf(sorted []*report) [][]*report {
	var slots [][]*report
	for i, r := range sorted {
		if i > 0 && r.second() == sorted[i-1].second() {
			slots[len(slots)-1] = append(slots[len(slots)-1], r)
			continue
		}
		slots = append(slots, []*report{r})
	}
	return slots
}

// joinNeighbours makes one report of neighbours in time that say the same where
// at least one has no usable time of its own: sent_at is the time of dispatch,
// which each version and subscription has of its own.
func joinNeighbours(slots [][]*report) [][]*report {
	for i := 0; i < len(slots); i++ {
		for _, r := range slices.Clone(slots[i]) {
			home := neighbour(slots, i, r)
			if home == nil {
				continue
			}
			for _, e := range r.bodies {
				home.add(e)
			}
			slots[i] = slices.DeleteFunc(slots[i], func(other *report) bool { return other == r })
		}
		if len(slots[i]) == 0 {
			slots = slices.Delete(slots, i, i+1)
			i--
		}
	}
	return slots
}

// neighbour is the report that r, if only sent_at places it, is another body of:
// in its own second, in the one before, or one that occurred in the one after.
func neighbour(slots [][]*report, at int, r *report) *report {
	if !r.bySent() {
		return nil
	}
	same := func(other *report) bool { return other != r && other.content == r.content }
	occurred := func(other *report) bool { return !other.bySent() && same(other) }
	for _, look := range []struct {
		slot int
		same func(*report) bool
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

// walk puts reports in order: by second, and inside a second from the state held,
// taking the report whose previous state matches.
func walk(held string, slots [][]*report) []*report {
	var ordered []*report
	for _, slot := range slots {
		slices.SortFunc(slot, compareReports)
		for len(slot) > 0 {
			i := nextOf(slot, held)
			if slot[i].content.state != "" {
				held = slot[i].content.state
			}
			ordered = append(ordered, slot[i])
			slot = slices.Delete(slot, i, i+1)
		}
	}
	return ordered
}

// nextOf picks the report that follows on the state held; where none does, one
// that no other report of this second leads to. The reports are sorted, so the
// first wins a tie; in a type without previous states it is always the first.
func nextOf(reports []*report, held string) int {
	if i := slices.IndexFunc(reports, func(r *report) bool { return r.from() != "" && r.from() == held }); i >= 0 {
		return i
	}
	return max(0, slices.IndexFunc(reports, func(r *report) bool {
		return !slices.ContainsFunc(reports, func(other *report) bool { return other != r && other.leadsTo(r) })
	}))
}

func (r *report) leadsTo(next *report) bool {
	return next.from() != "" && r.content.state == next.from()
}
