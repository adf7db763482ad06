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
