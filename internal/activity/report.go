package activity

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"transferdesk/internal/evidence"
)

// content is what an event says without when, as far as all versions of its type
// say it; of the state before that is so in few types.
type content struct{ from, state, shared string }

func (e Event) content() content {
	c := content{state: e.State, shared: e.Shared}
	if _, always := births[e.Kind]; always {
		c.from = e.From
	}
	return c
}

// report is one event with every body that carried it.
type report struct {
	content content
	bodies  []Event     // oldest schema version first, then by hash: nothing may depend on the order of arrival
	by      evidence.By // Occurred if any body has a usable time of its own
	at      time.Time   // the finest time of all bodies that the best By places
	until   time.Time   // the latest sending time that placed a body
}

func newReport(e Event) *report {
	r := &report{content: e.content(), by: e.At.PlacedBy()}
	r.add(e)
	return r
}

// add takes another body in; the report keeps the best time.
func (r *report) add(e Event) {
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
	if by == evidence.Sent && at.After(r.until) {
		r.until = at
	}
}

func (r *report) bySent() bool { return r.by == evidence.Sent }

func (r *report) second() int64 { return r.at.Unix() }

// from is the state before, "" where no body names one.
func (r *report) from() string {
	for _, e := range slices.Backward(r.bodies) {
		if e.From != "" {
			return e.From
		}
	}
	return ""
}

// last is the latest time at which the event was told.
func (r *report) last() time.Time {
	if r.bySent() && r.until.After(r.at) {
		return r.until
	}
	return r.at
}

// told is what all bodies together say: the newest version's words, completed by
// what only the others have.
func (r *report) told() Event {
	told := r.bodies[0]
	told.Flags = slices.Clone(told.Flags)
	for _, e := range r.bodies[1:] {
		told.Profile, told.Transfer, told.User = cmp.Or(e.Profile, told.Profile), cmp.Or(e.Transfer, told.Transfer), cmp.Or(e.User, told.User)
		told.Detail = e.Detail.completed(told.Detail)
		told.Flags = append(told.Flags, e.Flags...)
	}
	slices.Sort(told.Flags)
	told.Flags = slices.Compact(told.Flags)
	return told
}

// entry is the event of the first source, with the best time and all that the
// bodies say.
func (r *report) entry() Entry {
	bodies := slices.Clone(r.bodies)
	slices.SortFunc(bodies, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.Source.Delivery, b.Source.Delivery), cmp.Compare(a.Hash, b.Hash))
	})
	told, entry := r.told(), Entry{Event: bodies[0], SetsNothing: r.by == evidence.Nothing}
	entry.Profile, entry.Transfer, entry.User, entry.From = told.Profile, told.Transfer, told.User, r.from()
	entry.Detail, entry.Flags = told.Detail, told.Flags
	for _, b := range bodies {
		entry.Sources = append(entry.Sources, b.Source)
		if r.by != evidence.Nothing && b.At.By == r.by && b.At.Time.Equal(r.at) {
			entry.At = b.At
		}
	}
	return entry
}

// evidence lists the deliveries of all bodies.
func (r *report) evidence() evidence.IDs {
	var ids evidence.IDs
	for _, e := range r.bodies {
		ids = append(ids, e.Source.Delivery)
	}
	return evidence.Union(ids)
}

func compareBodies(a, b Event) int {
	return cmp.Or(compareVersions(a.Source.SchemaVersion, b.Source.SchemaVersion),
		cmp.Compare(a.Hash, b.Hash), cmp.Compare(a.Source.Delivery, b.Source.Delivery))
}

// compareVersions puts the older schema version first: 4.2.0 before 10.0.0.
func compareVersions(a, b string) int {
	if a == b {
		return 0
	}
	numbers := func(version string) (all []int) {
		for part := range strings.SplitSeq(version, ".") {
			n, _ := strconv.Atoi(part)
			all = append(all, n)
		}
		return all
	}
	return cmp.Or(slices.Compare(numbers(a), numbers(b)), strings.Compare(a, b))
}

// compareReports orders by second, then by the fraction, then by hash: never by arrival.
func compareReports(a, b *report) int {
	return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.hash(), b.hash()))
}

// hash is the smallest hash of the bodies: the last tie-break.
func (r *report) hash() string {
	least := r.bodies[0].Hash
	for _, e := range r.bodies[1:] {
		least = min(least, e.Hash)
	}
	return least
}
