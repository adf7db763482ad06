package simserver

import (
	"fmt"
	"net/http"
	"time"

	"transferdesk/internal/transfer"
)

// estimateAnswer is when a transfer is expected to arrive.
type estimateAnswer struct {
	At   string `json:"estimatedDeliveryDate"` // 2018-01-10T12:15:00.000+0000
	Text string `json:"formattedEstimatedDeliveryDate"`
}

// usualWay is how long a transfer takes from its making to its arrival.
const usualWay = 26 * time.Hour

// showEstimate is GET /v1/delivery-estimates/{id}: a day or so after the transfer
// was made, later for one that is late already. The time zone turns the text, as
// it does at Wise; an unknown one is refused.
func (s *Server) showEstimate(c *call) reply {
	t := s.visible(c)
	if t == nil {
		return notFound(c)
	}
	zone, err := time.LoadLocation(c.query("timezone"))
	if err != nil {
		return coded(http.StatusBadRequest, "error.validation", "Unknown timezone", "timezone")
	}
	at := s.arrival(t, c.at)
	return ok(estimateAnswer{at.UTC().Format("2006-01-02T15:04:05.000-0700"), estimateText(at.In(zone), c.at)})
}

// arrival is when the money arrives.
func (s *Server) arrival(t *Transfer, now time.Time) time.Time {
	at := t.Created.Add(usualWay).Truncate(time.Minute)
	switch {
	case t.isAt(transfer.OutgoingPaymentSent):
		at = t.SentAt.Add(2 * time.Hour).Truncate(time.Minute)
	case at.Before(now):
		at = now.Add(24 * time.Hour).Truncate(time.Hour)
	}
	return at
}

// estimateText writes the estimate as people read it.
func estimateText(at, now time.Time) string {
	wait := at.Sub(now)
	switch {
	case wait < time.Minute:
		return "in seconds"
	case wait < time.Hour:
		return fmt.Sprintf("in %d minutes", int(wait.Minutes()))
	default:
		return "by " + at.Format("Monday, 2 January 15:04")
	}
}
