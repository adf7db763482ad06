package answer

import (
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// A state that only asking told of has no date: we know when we asked, and not when
// it happened. Nothing here may say the one for the other.

// began is when a visit began; zero where only asking told of it.
func began(v transfer.Visit) time.Time {
	if v.Seen {
		return time.Time{}
	}
	return v.At
}

// heldAt is when the state held began; zero where only asking told of it.
func (l life) heldAt() time.Time { return began(l.held) }

// seenLine is a headline without a date of its own: head, when it became known, tail.
func (l life) seenLine(v transfer.Visit, head, tail string) []string {
	said := func(at string) string { return head + "; when is not known (Wise's API said so on " + at + ")" + tail }
	return []string{said(when.Full(v.At, l.Zone)), said(l.day(v.At)), head + "; when is not known" + tail}
}

// dated is the headline of a visit: the usual one, or the line of one that was seen.
func (l life) dated(v transfer.Visit, usual func(day string) []string, head, tail string) []string {
	if v.Seen {
		return l.seenLine(v, head, tail)
	}
	return usual(l.day(v.At))
}

// sinceVisit counts from a visit; event says that it is a thing that happened.
func sinceVisit(lead string, event bool, v transfer.Visit) since {
	return since{lead: lead, event: event, at: v.At, rests: v.Evidence, seen: v.Seen}
}

// seenText says since when it is known, and that this is all that is.
func (s since) seenText(l life) string {
	unknown := "since when it is so is not known."
	if s.event {
		unknown = "when it happened is not known."
	}
	return s.lead + ", known since we asked Wise's API " + when.Age(l.Now.Sub(s.at)) + " ago (" + when.Full(s.at, l.Zone) + "); " + unknown
}

// seenFlags: a state that rests on asking alone, while Wise has not sent its event.
func seenFlags(l life) []Flag {
	var out []Flag
	for i, v := range l.Facts.Visits {
		if !v.Seen {
			continue
		}
		of := "“" + l.label(v.State) + "”"
		if i == len(l.Facts.Visits)-1 {
			of = "this state"
		}
		text := "Wise has not sent the event for " + of + ". We learned it by asking Wise's API on " + when.Full(v.At, l.Zone) + "; other events may be missing too."
		out = append(out, Flag{transfer.FlagStateByAsking, text, v.At, v.Evidence})
	}
	return out
}

// bounceSeen is the last return where only asking told of it.
func (l life) bounceSeen() (transfer.Visit, bool) {
	v, ok := l.Facts.LastBounce()
	return v, ok && v.Seen
}

// sinceBounce counts from the last return: its event, or the asking that told of it, or
// else the state after it, whose previous_state gives it away.
func (l life) sinceBounce() since {
	at, rests := l.lastBounce()
	if v, seen := l.bounceSeen(); seen {
		return sinceVisit("Back at Wise", false, v)
	}
	if at.IsZero() {
		return since{lead: l.backAtLeast(), at: l.held.At, rests: rests, seen: l.held.Seen}
	}
	return since{lead: "Back at Wise", at: at, rests: rests}
}

// sinceHeld counts from the state held, or from a later moment of something else.
func (l life) sinceHeld(lead string, from time.Time, rests evidence.IDs) since {
	s := since{lead: lead, at: later(l.held.At, from), rests: evidence.Union(l.held.Evidence, rests)}
	s.seen = l.held.Seen && s.at.Equal(l.held.At)
	return s
}

// backAtLeast: the return is known only by what follows it, which has a date of its own.
func (l life) backAtLeast() string {
	if l.held.Seen {
		return "Back at Wise"
	}
	return "Back at Wise at least"
}
