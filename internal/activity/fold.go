package activity

import (
	"cmp"
	"slices"

	"transferdesk/internal/evidence"
)

// The flags of Facts; beside them stand those that the decoder gave the events.
const (
	FlagGap           = "gap"             // the previous state is not the state held: an event is missing
	FlagTimeNotUsable = "time_not_usable" // an event is shown and sets nothing
	FlagTimeBySent    = "time_by_sent"    // its own time could not be used, sent_at places the event
)

// births are the types that name the previous state in every version, and the state
// in which their things come to be: Wise reports no event for that, so none is
// missing before the first that follows on it. (kyc-reviews name it from 5.0.0 on.)
var births = map[Kind]string{
	Batch:          "NEW",
	DetailsPayment: "PROCESSING",
}

// timeless are the types of which Wise documents a version without a time of its
// own (overdraft in all versions, swift-in#credit 2.0.0): that sent_at places them
// is nothing odd.
var timeless = map[Kind]bool{Overdraft: true, SwiftCredit: true}

// Fold adds up the events of one thing: its facts, and every event once, oldest
// first, with those that no time places at the end. The result does not depend on
// the order of the events, nor on how often one is repeated. Every event needs its
// Hash, which breaks the last ties.
func Fold(key Key, events []Event) (Facts, []Entry) {
	placed, unplaced := assemble(key.Kind, events)
	facts := Facts{Key: key}
	var entries []Entry
	for _, r := range unplaced {
		entries = append(entries, facts.hear(r))
	}
	shown := len(entries)
	for _, r := range placed {
		entry := facts.hear(r)
		facts.take(r, &entry)
		entries = append(entries, entry)
	}
	entries = slices.Concat(entries[shown:], entries[:shown])
	facts.Flags = flags(entries)
	return facts, entries
}

// IsCopy says whether e is another body of an event already held: the same
// identity or, where one of them has no usable time of its own, equal content to
// its neighbour in order. Where all that say the same have a usable time the
// second decides, and nothing has to be put in order: a thing with thousands of
// events must not hold up the others.
func IsCopy(held []Event, e Event) bool {
	alike, occurred := false, e.At.PlacedBy() == evidence.Occurred
	for _, h := range held {
		if h.Key != e.Key || h.content() != e.content() {
			continue
		}
		if occurred && h.At.PlacedBy() == evidence.Occurred && h.At.Second().Equal(e.At.Second()) {
			return true
		}
		alike, occurred = true, occurred && h.At.PlacedBy() == evidence.Occurred
	}
	if !alike || occurred {
		return false
	}
	return count(e.Kind, held) == count(e.Kind, append(slices.Clip(held), e))
}

// count is the number of events that are not copies of each other.
func count(kind Kind, events []Event) int {
	placed, unplaced := assemble(kind, events)
	return len(placed) + len(unplaced)
}

// hear takes what any event tells, also one that no time places: whom it names, as
// long as no later one does, and the words that lock a thing.
func (f *Facts) hear(r *report) Entry {
	entry := r.entry()
	f.Evidence = evidence.Union(f.Evidence, r.evidence())
	f.Profile, f.Transfer, f.User = cmp.Or(entry.Profile, f.Profile), cmp.Or(entry.Transfer, f.Transfer), cmp.Or(entry.User, f.User)
	if entry.SetsNothing {
		f.Detail = f.Detail.warned(entry.Detail)
	}
	return entry
}

// take lets an event that a time places set the facts.
func (f *Facts) take(r *report, entry *Entry) {
	if f.FirstAt.IsZero() || r.at.Before(f.FirstAt) {
		f.FirstAt = r.at
	}
	if r.last().After(f.LastAt) {
		f.LastAt = r.last()
	}
	f.Detail = entry.Detail.keeping(f.Detail)
	if r.content.state != "" {
		entry.Repeats, entry.Gap = f.enter(r)
	}
}

// enter adds a change of state: a new visit, or more evidence of the one held.
func (f *Facts) enter(r *report) (repeats, gap bool) {
	state, from := r.content.state, r.from()
	if len(f.Visits) > 0 {
		held := &f.Visits[len(f.Visits)-1]
		if state == held.State && (from == "" || from == held.State || from == held.From) {
			held.Evidence = evidence.Union(held.Evidence, r.evidence())
			return true, false
		}
	}
	before := f.State()
	if before == "" {
		before = births[f.Kind]
	}
	gap = from != "" && from != before
	f.Visits = append(f.Visits, Visit{
		State: state, From: from, At: r.at, BySent: r.bySent(), Gap: gap, Evidence: r.evidence(),
	})
	return false, gap
}

func flags(entries []Entry) []string {
	var flags []string
	for _, e := range entries {
		flags = append(flags, e.Flags...)
		switch {
		case e.SetsNothing:
			flags = append(flags, FlagTimeNotUsable)
		case e.At.By == evidence.Sent && !timeless[e.Kind]:
			flags = append(flags, FlagTimeBySent)
		}
		if e.Gap {
			flags = append(flags, FlagGap)
		}
	}
	slices.Sort(flags)
	return slices.Compact(flags)
}
