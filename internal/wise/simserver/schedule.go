package simserver

import (
	"net/http"
	"time"
)

// How often Wise tries again: eleven times after 1, 2, 4 … 1024 minutes and 14
// times daily; what was refused with most of the 400s at most three times in all.
const (
	doublings   = 11
	daily       = 14
	triesOf400s = 3
)

// retryAfter says how long Wise waits after a try (the first is 0) that was answered with a
// status (0: not at all), and whether it tries again.
func retryAfter(try, status int) (wait time.Duration, again bool) {
	refused := status/100 == 4 && status != http.StatusRequestTimeout && status != http.StatusTooManyRequests
	switch {
	case refused && try+1 >= triesOf400s:
		return 0, false
	case try < doublings:
		return time.Minute << try, true
	case try < doublings+daily:
		return 24 * time.Hour, true
	default:
		return 0, false
	}
}
