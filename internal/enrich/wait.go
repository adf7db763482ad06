package enrich

import (
	"time"

	"transferdesk/internal/wise/api"
)

// How long to wait after trouble: trouble that passes by itself is tried again
// soon, then ever later; trouble that somebody has to mend, seldom.
const (
	soonest     = 30 * time.Second
	latest      = time.Hour
	mendSoonest = time.Hour
	mendLatest  = 24 * time.Hour
)

// wait is how long to wait after trouble, twice as long as after the same trouble
// before, and never shorter than Wise says (Retry-After).
func wait(t *api.Error, before Kept) time.Duration {
	first, most := soonest, latest
	if somebodyMends(t.Kind) {
		first, most = mendSoonest, mendLatest
	}
	d := first
	if before.Trouble != nil && before.Trouble.Kind == string(t.Kind) {
		d = min(max(first, 2*before.RetryAt.Sub(before.TriedAt)), most)
	}
	return min(max(d, t.RetryAfter), mendLatest)
}

// somebodyMends says whether trouble does not pass by itself.
func somebodyMends(kind api.Kind) bool {
	switch kind {
	case api.TooMany, api.Down, api.Slow, api.Paused, api.Unreadable, api.Redirected:
		return false
	}
	return true
}
