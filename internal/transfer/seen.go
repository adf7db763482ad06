package transfer

import (
	"time"

	"transferdesk/internal/evidence"
)

// skew is how far our clock and Wise's may be apart: a state that Wise's own events
// place within it of our asking is the one that we were told.
const skew = 2 * time.Minute

// see places a state that Wise's API named when we asked. Where Wise's own events
// hold it at that time, or an earlier asking has told of it, nothing changes. Else
// it is a visit of its own, until the event comes that it stands for: what it was
// before, when it began and why is not known. own are the visits by Wise's own events
// alone.
func (l *lives) see(c *cluster, own []Visit) {
	state, held := c.content.to, l.held()
	if held.Seen && held.State == state {
		l.visits[len(l.visits)-1].Evidence = evidence.Union(held.Evidence, c.evidence())
		c.marks = visitMarks{confirms: true, held: state}
		return
	}
	if v, ok := explaining(own, c); ok && (!held.Seen || second(v.At).After(second(held.At))) {
		c.marks = visitMarks{confirms: true, held: state}
		return
	}
	v := Visit{State: state, At: c.at, Seen: true, Gap: true, Evidence: c.evidence()}
	l.countSeen(held, v)
	v.Attempt = len(l.entries)
	c.marks = visitMarks{gap: true, held: held.State}
	l.visits = append(l.visits, v)
}

// explaining is the last of Wise's own visits in the state seen that was held at any
// moment within the skew of the asking.
func explaining(own []Visit, c *cluster) (Visit, bool) {
	from, to := second(c.at).Add(-skew), second(c.at).Add(skew)
	for i := len(own) - 1; i >= 0; i-- {
		left := i+1 < len(own) && second(own[i+1].At).Before(from)
		if own[i].State == c.content.to && !left && !second(own[i].At).After(to) {
			return own[i], true
		}
	}
	return Visit{}, false
}

// countSeen notes the payout that a state seen gives away: paid out is one, and what
// came back had been paid out. When that was is not known, so that every failure since
// the last visit belongs to it, rather than to none.
func (l *lives) countSeen(held, v Visit) {
	switch {
	case held.State == OutgoingPaymentSent:
	case v.State == OutgoingPaymentSent, v.State == BouncedBack && held.State != BouncedBack:
		l.entries = append(l.entries, l.missedEntry(held, v))
	}
}

// earliest is the first moment at which the visit with that index can have begun: its
// own time, or, of one that was seen, that of the visit before; zero: not known.
func earliest(visits []Visit, i int) time.Time {
	switch {
	case !visits[i].Seen:
		return visits[i].At
	case i > 0:
		return visits[i-1].At
	}
	return time.Time{}
}
