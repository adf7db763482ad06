package transfer

import (
	"slices"
	"time"

	"transferdesk/internal/evidence"
)

// The flags of Facts; beside them stand those that the decoder gave the events.
const (
	FlagGap             = "gap"              // previous_state is not the state held: an event is missing
	FlagRollback        = "rollback"         // a step back that is not the seeds' problem flow
	FlagTimeNotUsable   = "time_not_usable"  // an event is shown and sets nothing
	FlagTimeBySent      = "time_by_sent"     // occurred_at could not be used, sent_at places the event
	FlagProfileConflict = "profile_conflict" // events name different profiles; the last stands
	FlagAccountConflict = "account_conflict" // events name different recipient accounts; the last stands
	FlagStateByAsking   = "state_by_asking"  // a visit rests on asking alone: Wise has not sent its event
)

// Fold adds up the events of one transfer: what is known of it, and its timeline,
// oldest first, with the entries that no time places at the end. The result does
// not depend on the order of the events, nor on how often one is repeated. Every
// event needs its Hash, which breaks the last ties.
func Fold(id int64, events []Event) (Facts, []Entry) {
	t := assemble(events)
	entries := t.entries()
	facts := Facts{
		Transfer:  id,
		Visits:    t.lives.visits,
		Failures:  t.failureFacts(),
		Refunds:   t.refundFacts(),
		Movements: t.movementFacts(),
	}
	facts.Inbound = t.inboundFacts()
	facts.Created = len(facts.Visits) > 0 && facts.Visits[0].From == "" && !facts.Visits[0].Seen
	facts.Cases, facts.CasesAt = t.caseFacts()
	facts.CasesOver = t.casesOver()
	named := t.named()
	facts.Profile, facts.Account = named.profile, named.account
	facts.FirstAt, facts.LastAt = t.span()
	facts.Flags = append(t.flags(), named.flags...)
	slices.Sort(facts.Flags)
	facts.Flags = slices.Compact(facts.Flags)
	return facts, entries
}

// span is the earliest and the latest time that places an event.
func (t timeline) span() (first, last time.Time) {
	for _, c := range t.placed() {
		if first.IsZero() || c.at.Before(first) {
			first = c.at
		}
		if c.last().After(last) {
			last = c.last()
		}
	}
	return first, last
}

// placed lists every event that sets facts, in order of time; in one second what
// moved money stands before the state that says so, cases last.
func (t timeline) placed() []*cluster {
	all := slices.Concat(t.movements, t.incoming, t.states, t.seen, t.failures, t.refunds, t.cases)
	slices.SortStableFunc(all, func(a, b *cluster) int { return second(a.at).Compare(second(b.at)) })
	return all
}

func (t timeline) flags() []string {
	var flags []string
	for _, c := range t.placed() {
		flags = append(flags, c.flags()...)
	}
	for _, c := range t.unplaced {
		flags = append(append(flags, FlagTimeNotUsable), c.flags()...)
	}
	for _, v := range t.lives.visits {
		if v.Gap {
			flags = append(flags, FlagGap)
		}
		if v.Rollback {
			flags = append(flags, FlagRollback)
		}
		if v.Seen {
			flags = append(flags, FlagStateByAsking)
		}
	}
	return flags
}

// flags are those that the decoder gave the bodies, and whether occurred_at had
// to be set aside although the kind has one.
func (c *cluster) flags() []string {
	var flags []string
	for _, e := range c.bodies {
		flags = append(flags, e.Flags...)
	}
	if c.bySent() && c.content.kind != ActiveCases {
		flags = append(flags, FlagTimeBySent)
	}
	return flags
}

func (c *cluster) bySent() bool { return c.by == evidence.Sent }

// last is the latest time at which the event was told.
func (c *cluster) last() time.Time {
	if c.bySent() && c.until.After(c.at) {
		return c.until
	}
	return c.at
}
