package customer

import (
	"slices"

	"transferdesk/internal/evidence"
)

// assemble makes one report of all bodies of an event and puts the reports in
// order; those that no time places are apart.
func assemble(events []UserEvent) (placed, unplaced []*report) {
	for _, r := range group(events) {
		if r.by == evidence.Nothing {
			unplaced = append(unplaced, r)
			continue
		}
		placed = append(placed, r)
	}
	slices.SortFunc(placed, compareReports)
	slices.SortFunc(unplaced, compareReports)
	return walk(joinNeighbours(slotsOf(placed))), unplaced
}

// group makes one report of the bodies with the same states and second, where
// occurred_at is usable; of those without any time, of all that say the same.
func group(events []UserEvent) []*report {
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, compareBodies)
	sorted = slices.CompactFunc(sorted, func(a, b UserEvent) bool {
		return compareBodies(a, b) == 0 && a.From == b.From && a.To == b.To
	})
	var reports []*report
	for _, e := range sorted {
		next := newReport(e)
		i := slices.IndexFunc(reports, func(r *report) bool {
			return next.by != evidence.Sent && r.by == next.by && r.says(next) && r.second() == next.second()
		})
		if i < 0 {
			reports = append(reports, next)
			continue
		}
		reports[i].add(e)
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
// at least one has no usable occurred_at: sent_at is the time of dispatch, which
// each version and subscription has of its own.
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
	same := func(other *report) bool { return other != r && other.says(r) }
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

// walk puts reports in order: by second, and inside a second from the state held
// (ACTIVE at first), taking the report whose previous_state matches.
func walk(slots [][]*report) []*report {
	var ordered []*report
	held := Active
	for _, slot := range slots {
		slices.SortFunc(slot, compareReports)
		for len(slot) > 0 {
			i := nextOf(slot, held)
			held = slot[i].to
			ordered = append(ordered, slot[i])
			slot = slices.Delete(slot, i, i+1)
		}
	}
	return ordered
}

// nextOf picks the report that follows on the state held; where none does, one
// that no other report of this second leads to.
func nextOf(reports []*report, held UserState) int {
	if i := slices.IndexFunc(reports, func(r *report) bool { return r.from == held }); i >= 0 {
		return i
	}
	return max(0, slices.IndexFunc(reports, func(r *report) bool {
		return !slices.ContainsFunc(reports, func(other *report) bool { return other != r && other.to == r.from })
	}))
}
