package reconcile

import (
	"sync"
	"time"

	"transferdesk/internal/fault"
)

// askedInAMinute is how often one person may have Wise asked in a minute.
const askedInAMinute = 12

// brake keeps a person from asking Wise all the time: its limits are everybody's.
type brake struct {
	mu    sync.Mutex
	asked map[string][]time.Time // by who asks
}

func newBrake() *brake { return &brake{asked: map[string][]time.Time{}} }

// try counts one asking; fault.TooMany when there were too many in the last minute.
func (b *brake) try(who string, now time.Time) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for name, times := range b.asked {
		for len(times) > 0 && now.Sub(times[0]) >= time.Minute {
			times = times[1:]
		}
		if b.asked[name] = times; len(times) == 0 {
			delete(b.asked, name)
		}
	}
	if len(b.asked[who]) >= askedInAMinute {
		return fault.New(fault.TooMany, "You have had Wise asked often in the last minute. Nothing was asked now; wait a minute, then try again.")
	}
	b.asked[who] = append(b.asked[who], now)
	return nil
}
