package api

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

// Estimate is when Wise expects the money to arrive: no promise.
type Estimate struct {
	At        time.Time `json:"at"`                  // estimatedDeliveryDate, UTC
	Formatted string    `json:"formatted,omitempty"` // formattedEstimatedDeliveryDate, as sent
}

// Estimate asks for the delivery estimate of a transfer.
func (c *Client) Estimate(ctx context.Context, user, id int64, zone *time.Location) (Estimate, error) {
	q := call{name: "estimate of transfer " + digits(id), method: http.MethodGet, path: []string{"v1", "delivery-estimates", digits(id)}, user: user}
	q.query = url.Values{"timezone": {zoneName(zone)}}
	a, err := c.ask(ctx, q)
	if err != nil {
		return Estimate{}, err
	}
	return readOne(c, a, readEstimate)
}

// readEstimate reads an estimate, which is nothing without its time.
func readEstimate(f fields) Estimate {
	const name = "estimatedDeliveryDate"
	f.must(name)
	e := Estimate{At: f.time(name), Formatted: f.text("formattedEstimatedDeliveryDate", 200)}
	if e.At.IsZero() {
		f.bad(name, "a time")
	}
	return e
}

// zoneName is the zone as Wise wants it; UTC for one without a name of its own.
func zoneName(zone *time.Location) string {
	if zone == nil || zone == time.Local {
		return "UTC"
	}
	if _, err := time.LoadLocation(zone.String()); err != nil {
		return "UTC"
	}
	return zone.String()
}
