package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
)

// apiClock is how long one leg of the way has taken by the company's own history: for
// the desk only.
type apiClock struct {
	Leg    transfer.LegName `json:"leg"`
	N      int64            `json:"n"`    // that are done
	Open   int64            `json:"open"` // that have begun and may still end
	P50    *int64           `json:"p50_seconds"`
	P90    *int64           `json:"p90_seconds"`
	ByCode bool             `json:"by_code"` // of those with the reason that speaks now
	Enough bool             `json:"enough"`
}

// clockJSON gives all legs in the order of the way; none while the figures are not known.
func clockJSON(all []answer.Clock) []apiClock {
	out := []apiClock{}
	for _, c := range all {
		one := apiClock{Leg: c.Leg, N: c.Figures.N, Open: c.Figures.Open, ByCode: c.Code != "", Enough: c.Figures.Told()}
		if one.Enough {
			one.P50, one.P90 = secondsOf(c.Figures.P50), secondsOf(c.Figures.P90)
		}
		out = append(out, one)
	}
	return out
}

func secondsOf(d time.Duration) *int64 {
	n := int64(d / time.Second)
	return &n
}
