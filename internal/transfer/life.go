package transfer

import (
	"time"

	"transferdesk/internal/evidence"
)

// slack is how long before a "sent" a failure of that attempt may be stamped.
const slack = time.Minute

// lives is what the state changes of a transfer add up to: its visits, and the
// times from which a failure belongs to the first, second, … attempt.
type lives struct {
	visits  []Visit
	entries []time.Time
	told    State // the last state that an event of Wise reported
}

// live walks through ordered state changes, and in between through the states seen by
// asking, and marks each with what it found. Whether Wise's events explain what was
// seen is asked of them alone, so that they are walked first.
func live(changes, seen []*cluster) lives {
	var own lives
	for _, c := range changes {
		own.enter(c)
	}
	if len(seen) == 0 {
		return own
	}
	var all lives
	for _, c := range changes {
		for len(seen) > 0 && seen[0].second() < c.second() {
			all.see(seen[0], own.visits)
			seen = seen[1:]
		}
		all.enter(c)
	}
	for _, c := range seen {
		all.see(c, own.visits)
	}
	return all
}

// held is the visit held until now; zero at the beginning.
func (l *lives) held() Visit {
	if len(l.visits) == 0 {
		return Visit{}
	}
	return l.visits[len(l.visits)-1]
}

// enter adds a state change: a new visit, or more evidence of the one held. An event
// is never taken for what was seen by asking, which has no time of its own. After
// such a state nothing is missing if the event follows on it, or on the event before.
func (l *lives) enter(c *cluster) {
	v := Visit{State: c.content.to, From: c.content.from, At: c.at, BySent: c.bySent(), Evidence: c.evidence()}
	held := l.held()
	c.marks = visitMarks{}
	if len(l.visits) > 0 && !held.Seen && v.State == held.State && (v.From == held.State || v.From == "") {
		last := &l.visits[len(l.visits)-1]
		last.Evidence = evidence.Union(last.Evidence, v.Evidence)
		return
	}
	v.Gap = v.From != held.State && v.From != l.told
	v.Rollback = v.From != "" && isBack(v.From, v.State)
	l.countSent(held, v)
	v.Attempt = len(l.entries)
	c.marks = visitMarks{gap: v.Gap, rollback: v.Rollback, held: held.State}
	l.visits, l.told = append(l.visits, v), v.State
}

// countSent notes each time that the money was sent: by a visit, or by what
// previous_state gives away. A repeated report of the step held is no new attempt.
func (l *lives) countSent(held, v Visit) {
	repeat := v.State == held.State && v.From == held.From
	before := held.State
	if v.From == OutgoingPaymentSent && before != OutgoingPaymentSent && !repeat {
		l.entries = append(l.entries, l.missedEntry(held, v))
		before = OutgoingPaymentSent
	}
	if v.From == BouncedBack {
		before = BouncedBack
	}
	cameBack := v.State == BouncedBack || before == BouncedBack
	if cameBack && len(l.entries) == 0 {
		l.entries = append(l.entries, time.Time{})
	}
	if v.State == OutgoingPaymentSent && before != OutgoingPaymentSent {
		l.entries = append(l.entries, l.entry(v))
	}
}

// entry is the time from which failures belong to the attempt that v begins: a
// minute before, but not before the money had come back from the last one.
func (l *lives) entry(v Visit) time.Time {
	from := second(v.At).Add(-slack)
	for _, earlier := range l.visits {
		back := second(earlier.At).Add(time.Second)
		if earlier.State == BouncedBack && back.After(from) {
			from = back
		}
	}
	return from
}

// missedEntry is the same for a "sent" whose event is missing: the first may have
// been at any time; a later one after the visit held, with time for that
// attempt's failure to be reported.
func (l *lives) missedEntry(held, v Visit) time.Time {
	if len(l.entries) == 0 {
		return time.Time{}
	}
	from := second(held.At).Add(slack)
	if at := second(v.At); at.Before(from) {
		return at
	}
	return from
}

// attemptAt is the attempt to which a failure at that time belongs.
func (l lives) attemptAt(at time.Time) int {
	n := 0
	for _, from := range l.entries {
		if !second(at).Before(from) {
			n++
		}
	}
	return n
}

func (l lives) otherAttempt(a, b *cluster) bool { return l.attemptAt(a.at) != l.attemptAt(b.at) }

// leftRefund says whether funds_refunded was left between two refunds.
func (l lives) leftRefund(a, b *cluster) bool {
	from, to := a.second(), b.second()
	if from > to {
		from, to = to, from
	}
	for i := 1; i < len(l.visits); i++ {
		at := l.visits[i].At.Unix()
		if l.visits[i-1].State == FundsRefunded && at > from && at <= to {
			return true
		}
	}
	return false
}
