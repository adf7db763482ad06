// Package feed judges whether the events that Wise sends still come. Wise cannot be
// asked what it has sent, so all that can tell is the rhythm of what came before:
// a feed is quiet when it is silent for clearly longer than it ever usually is.
package feed

import (
	"time"
)

// Record is what is remembered of the arrivals of one event type by one
// subscription. Tests are no arrivals. It follows from the arrivals in their order
// alone, so that the same journal always gives the same record.
type Record struct {
	Type         string    // event_type; "" when it could not be read
	Subscription string    // subscription_id as sent; "" when there was none
	First        time.Time // the first arrival, UTC
	Last         time.Time // the last one in order of arrival, UTC
	Arrivals     int64
	Rhythm
}

// Rhythm is how the arrivals of a feed are spread over time.
type Rhythm struct {
	Gaps  []time.Duration // the last 64 in whole seconds, oldest first, at most one a minute
	Hours Hours
}

// MaxGaps is how many gaps are remembered.
const MaxGaps = 64

// Hear takes note of one more arrival.
func (r *Record) Hear(at time.Time) {
	at = at.UTC()
	if r.Arrivals == 0 {
		r.First = at
	} else {
		r.takeGap(at)
	}
	r.Last = at
	r.Arrivals++
	r.Hours.mark(at)
}

// takeGap remembers the time since the last arrival, once a minute at most: the
// thousands of events that come after an outage are one burst, and must not make
// everybody believe that events usually come every millisecond. A clock that was
// put back gives no gap.
func (r *Record) takeGap(at time.Time) {
	if !at.Truncate(time.Minute).After(r.Last.Truncate(time.Minute)) {
		return
	}
	gaps := append(r.Gaps[:len(r.Gaps):len(r.Gaps)], at.Sub(r.Last).Truncate(time.Second))
	r.Gaps = gaps[max(0, len(gaps)-MaxGaps):]
}

// OfTransfers are the event types that the page of a transfer rests on.
func OfTransfers() []string {
	return []string{"transfers#state-change", "transfers#payout-failure", "transfers#refund", CasesType}
}

// CasesType tells of active cases. Without a subscription to it nothing can be
// said about cases, which is not "no cases".
const CasesType = "transfers#active-cases"
