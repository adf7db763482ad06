// Package evidence holds what every fact carries with it: which deliveries it
// rests on, and when the thing happened as far as that can be told.
package evidence

import (
	"slices"
	"time"
)

// IDs lists the deliveries that a fact rests on, lowest id first.
type IDs []int64

// Union is every delivery of the lists, each once; nil when there is none.
func Union(lists ...IDs) IDs {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

// Source is one delivery that carried an event. Asked is from our own journal and
// from nothing that the body says: it decides who may read the body.
type Source struct {
	Delivery      int64     `json:"delivery"` // our id of the delivery, as in /events/{id}
	ReceivedAt    time.Time `json:"received_at"`
	SentAt        time.Time `json:"sent_at,omitzero"` // zero when it could not be read
	Subscription  string    `json:"subscription,omitempty"`
	SchemaVersion string    `json:"schema_version"`
	Asked         bool      `json:"asked,omitempty"` // we asked Wise's API and wrote the body ourselves; false: Wise sent it, signed
}

// By says which of an event's times places it.
type By string

// An event is placed by the time it occurred; where that cannot be used, by the
// time it was sent; where that is impossible too, it is shown and sets nothing.
const (
	Occurred By = "occurred"
	Sent     By = "sent"
	Nothing  By = "none"
)

// Why occurred_at was set aside; empty when it was used.
const (
	TimeMissing    = "missing"     // the event type has none (transfers#active-cases), or the field is absent
	TimeUnreadable = "unreadable"  // no such time, like 12:34:567Z or 30 February
	TimeTooOld     = "before_2011" // before Wise existed
	TimeAfterSent  = "after_sent"  // more than 24 h after sent_at
)

// Moment is when an event happened, as far as it can be told.
type Moment struct {
	Time  time.Time `json:"time,omitzero"`   // UTC, with the fraction as sent; zero when By is Nothing
	By    By        `json:"by"`              //
	Raw   string    `json:"raw,omitempty"`   // occurred_at as it stood in the body
	Aside string    `json:"aside,omitempty"` // why occurred_at was set aside
}

// Second is the moment cut to whole seconds: the unit of identity and of order
// (versions 2.0.0 carry seconds, 4.0.0 milliseconds).
func (m Moment) Second() time.Time { return m.Time.Truncate(time.Second) }

// PlacedBy is the time that places the event, as far as there really is one.
func (m Moment) PlacedBy() By {
	if m.Time.IsZero() || m.By != Occurred && m.By != Sent {
		return Nothing
	}
	return m.By
}

// Finer is the time with more digits of a second; of two equally fine the earlier.
func Finer(a, b time.Time) time.Time {
	fa, fb := fineness(a), fineness(b)
	if fb > fa || fb == fa && b.Before(a) {
		return b
	}
	return a
}

// fineness is the number of digits of a second that a time uses, 0 to 9.
func fineness(t time.Time) int {
	n, digits := t.Nanosecond(), 9
	for digits > 0 && n%10 == 0 {
		n, digits = n/10, digits-1
	}
	return digits
}
