package customer

import (
	"slices"

	"transferdesk/internal/evidence"
)

// The flags of UserFacts; beside them stand those that the decoder gave the events.
const (
	FlagGap           = "gap"             // previous_state is not the state held: an event is missing
	FlagTimeNotUsable = "time_not_usable" // an event is shown and sets nothing
	FlagTimeBySent    = "time_by_sent"    // occurred_at could not be used, sent_at places the event
)

// FoldUser adds up the events of one user: the stays of the account, and every
// event once, oldest first, with those that no time places at the end. The result
// does not depend on the order of the events, nor on how often one is repeated.
// Every event needs its Hash, which breaks the last ties.
func FoldUser(id int64, events []UserEvent) (UserFacts, []UserEntry) {
	placed, unplaced := assemble(events)
	facts := UserFacts{User: id}
	var entries []UserEntry
	for _, r := range placed {
		entry := r.entry()
		entry.Repeats, entry.Gap = facts.enter(r)
		entries = append(entries, entry)
	}
	for _, r := range unplaced {
		entry := r.entry()
		entry.SetsNothing = true
		entries = append(entries, entry)
	}
	facts.Flags = flags(entries)
	return facts, entries
}

// enter adds a report: a new stay, or more of the one that the account is in.
// Another report of the same stay never restarts it, and with it the 90 days.
func (f *UserFacts) enter(r *report) (repeats, gap bool) {
	held, known := f.Held()
	if known && held.State == r.to {
		last := &f.History[len(f.History)-1]
		gap = r.from != "" && r.from != held.State && r.from != held.From
		last.add(r)
		last.Gap = last.Gap || gap
		return true, gap
	}
	v := UserVisit{State: r.to, From: r.from, At: r.at, BySent: r.bySent(), Gap: missing(held, known, r)}
	v.add(r)
	f.History = append(f.History, v)
	return false, v.Gap
}

// missing says whether an event is missing before the report. Wise reports no
// creation of a user, so the first event of all follows on ACTIVE.
func missing(held UserVisit, known bool, r *report) bool {
	if !known {
		return r.from != Active && r.from != ""
	}
	return r.from != held.State
}

// add takes what a report says of the stay: the last type and reason given stand.
func (v *UserVisit) add(r *report) {
	for _, e := range r.bodies {
		if e.Type != "" {
			v.Type = e.Type
		}
		if e.Reason != "" {
			v.Reason = e.Reason
		}
	}
	v.Evidence = evidence.Union(v.Evidence, r.evidence())
}

func flags(entries []UserEntry) []string {
	var flags []string
	for _, e := range entries {
		flags = append(flags, e.Flags...)
		if e.Gap {
			flags = append(flags, FlagGap)
		}
		if e.SetsNothing {
			flags = append(flags, FlagTimeNotUsable)
		} else if e.At.By == evidence.Sent {
			flags = append(flags, FlagTimeBySent)
		}
	}
	slices.Sort(flags)
	return slices.Compact(flags)
}
