package activity

import (
	"cmp"
	"slices"

	"transferdesk/internal/evidence"
)

// Fold adds up the events of one thing: its facts, and every event once, oldest
// first, with those that no time places at the end. The result does not depend on
// the order of the events, nor on how often one is repeated.
func Fold(key Key, events []Event) (Facts, []Entry) {
	facts := Facts{Key: key}
	entries := assemble(events)
	for i := range entries {
		facts.add(&entries[i])
	}
	slices.Sort(facts.Flags)
	facts.Flags = slices.Compact(facts.Flags)
	return facts, entries
}

// IsCopy says whether an event is one of those held, in another body.
func IsCopy(held []Event, e Event) bool {
	return slices.ContainsFunc(held, func(h Event) bool { return same(h, e) })
}

// same: the type by its kind, the thing, the second and the shared fields.
func same(a, b Event) bool {
	return a.Key == b.Key && a.At.PlacedBy() == b.At.PlacedBy() && a.At.Second().Equal(b.At.Second()) && content(a) == content(b)
}

func content(e Event) string { return e.State + "\x00" + e.Shared }

// assemble makes each event one entry and puts them in order.
func assemble(events []Event) []Entry {
	sorted := slices.SortedFunc(slices.Values(events), before)
	var entries []Entry
	for _, e := range sorted {
		at := slices.IndexFunc(entries, func(have Entry) bool { return same(have.Event, e) })
		if at < 0 {
			entries = append(entries, Entry{Event: e, Sources: []evidence.Source{e.Source}, SetsNothing: e.At.PlacedBy() == evidence.Nothing})
			continue
		}
		entries[at].Sources = append(entries[at].Sources, e.Source)
	}
	return entries
}

// before orders by second, then by fraction, then by content: arrival never decides.
func before(a, b Event) int {
	return cmp.Or(a.At.Second().Compare(b.At.Second()), a.At.Time.Compare(b.At.Time), cmp.Compare(a.Hash, b.Hash))
}

// add takes in the next entry.
func (f *Facts) add(e *Entry) {
	var ids evidence.IDs
	for _, s := range e.Sources {
		ids = append(ids, s.Delivery)
	}
	f.Evidence = evidence.Union(f.Evidence, ids)
	f.Flags = append(f.Flags, e.Flags...)
	f.Profile, f.Transfer, f.User = cmp.Or(e.Profile, f.Profile), cmp.Or(e.Transfer, f.Transfer), cmp.Or(e.User, f.User)
	if e.SetsNothing {
		return
	}
	if f.FirstAt.IsZero() {
		f.FirstAt = e.At.Time
	}
	f.LastAt, f.Detail = e.At.Time, e.Detail
	if e.State == "" {
		return
	}
	if held := f.State(); held == e.State {
		e.Repeats = true
		return
	}
	f.Visits = append(f.Visits, Visit{State: e.State, From: e.From, At: e.At.Time, BySent: e.At.By == evidence.Sent, Evidence: ids})
}
