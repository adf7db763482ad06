// Package wisesim is Wise, simulated: whole lives of transfers and customers as
// signed webhooks, their sending with retries, and load.
package wisesim

import "time"

// Delivery is one webhook on its way.
type Delivery struct {
	At         time.Time // when it arrives, UTC
	Body       []byte    // the raw body that is signed
	DeliveryID string    // X-Delivery-Id: a UUID
	Test       bool      // carries X-Test-Notification: true
}

// Lives tells the lives of n transfers over the 60 days before now as the
// deliveries that report them, in order of arrival, none after now. The same
// seed, now and n give the same deliveries.
func Lives(seed uint64, now time.Time, n int) []Delivery {
	return Plan{Seed: seed, Now: now, Transfers: n, Days: 60}.Deliveries()
}

// Plan says which lives are told.
type Plan struct {
	Seed      uint64
	Now       time.Time // no delivery arrives after it
	Transfers int       // how many transfers
	Days      int       // over how many days before Now
}

// Deliveries gives everything that arrives until Now, in order of arrival.
func (p Plan) Deliveries() []Delivery { return nil }
