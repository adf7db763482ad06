package desk

import (
	"log/slog"
	"testing"
	"time"

	"transferdesk/store"
)

func TestCountingWhatCanBeAppliedAgainIsBounded(t *testing.T) {
	const events = countedAtOnce + 50
	db, p := unreadables(t, events)
	repairs := NewRepairs(db, p, time.Now, slog.New(slog.DiscardHandler))
	defer repairs.Close()
	for _, c := range []struct {
		name   string
		filter store.EventFilter
		most   int
		want   int
		more   bool
	}{
		{"all of them", store.EventFilter{}, 2 * countedAtOnce, events, false},
		{"no further than asked", store.EventFilter{}, countedAtOnce, countedAtOnce, true},
		{"none of another kind", store.EventFilter{Status: []string{store.StatusKept}}, countedAtOnce, 0, false},
		{"none that can be", store.EventFilter{Status: []string{store.StatusApplied}}, countedAtOnce, 0, false},
	} {
		n, more, err := repairs.Count(t.Context(), c.filter, c.most)
		if n != c.want || more != c.more || err != nil {
			t.Errorf("%s: %d, more %v (%v), want %d, more %v", c.name, n, more, err, c.want, c.more)
		}
	}
}
