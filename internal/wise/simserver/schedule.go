package simserver

import (
	"net/http"
	"strconv"
	"time"

	"transferdesk/internal/wise/wisesim"
)

// How often Wise tries again: eleven times after 1, 2, 4 … 1024 minutes and 14
// times daily; what was refused with most of the 400s at most three times in all.
const (
	doublings   = 11
	daily       = 14
	triesOf400s = 3
)

// retry says how long Wise waits after a try (the first is 0) that was answered so
// (status 0: not at all), and whether it tries again. Retry-After makes it wait
// longer, never shorter.
func retry(try int, answer wisesim.Answer, now time.Time) (wait time.Duration, again bool) {
	status := answer.Status
	refused := status/100 == 4 && status != http.StatusRequestTimeout && status != http.StatusTooManyRequests
	switch {
	case refused && try+1 >= triesOf400s:
		return 0, false
	case try < doublings:
		wait = time.Minute << try
	case try < doublings+daily:
		wait = 24 * time.Hour
	default:
		return 0, false
	}
	return max(wait, asked(answer.RetryAfter, now)), true
}

// asked reads Retry-After: seconds, or a date.
func asked(text string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(text); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil {
		return at.Sub(now)
	}
	return 0
}
