package customer

import (
	"cmp"
	"slices"
	"time"

	"transferdesk/internal/evidence"
)

// report is one change of state with every body that carried it.
type report struct {
	from, to UserState
	bodies   []UserEvent // by hash: nothing may depend on the order of arrival
	by       evidence.By // Occurred if any body has a usable occurred_at
	at       time.Time   // the finest time of all bodies that the best By places
}

func newReport(e UserEvent) *report {
	r := &report{from: e.From, to: e.To, by: e.At.PlacedBy()}
	r.add(e)
	return r
}

// add takes another body in; the report keeps the best time.
func (r *report) add(e UserEvent) {
	i, _ := slices.BinarySearchFunc(r.bodies, e, compareBodies)
	r.bodies = slices.Insert(r.bodies, i, e)
	by, at := e.At.PlacedBy(), e.At.Time.UTC()
	switch {
	case by == evidence.Nothing, by == evidence.Sent && r.by == evidence.Occurred:
		return
	case by != r.by || r.at.IsZero():
		r.by, r.at = by, at
	case by == evidence.Occurred:
		r.at = evidence.Finer(r.at, at)
	case at.Before(r.at):
		r.at = at
	}
}

func (r *report) bySent() bool { return r.by == evidence.Sent }

func (r *report) second() int64 { return r.at.Unix() }

func (r *report) says(other *report) bool { return r.from == other.from && r.to == other.to }

// entry is the event of the first source, with the best time of all.
func (r *report) entry() UserEntry {
	bodies := slices.Clone(r.bodies)
	slices.SortFunc(bodies, func(a, b UserEvent) int {
		return cmp.Or(cmp.Compare(a.Source.Delivery, b.Source.Delivery), cmp.Compare(a.Hash, b.Hash))
	})
	entry := UserEntry{UserEvent: bodies[0]}
	entry.Flags = nil
	for _, b := range bodies {
		entry.Sources = append(entry.Sources, b.Source)
		entry.Flags = append(entry.Flags, b.Flags...)
		if r.by != evidence.Nothing && b.At.By == r.by && b.At.Time.Equal(r.at) {
			entry.At = b.At
		}
	}
	slices.Sort(entry.Flags)
	entry.Flags = slices.Compact(entry.Flags)
	return entry
}

// evidence lists the deliveries of all bodies.
func (r *report) evidence() evidence.IDs {
	var ids evidence.IDs
	for _, e := range r.bodies {
		ids = append(ids, e.Source.Delivery)
	}
	return ids
}

func compareBodies(a, b UserEvent) int {
	return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Source.Delivery, b.Source.Delivery))
}

// compareReports orders by second, then by the fraction, then by hash: never by arrival.
func compareReports(a, b *report) int {
	return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.bodies[0].Hash, b.bodies[0].Hash))
}
