package store

import "time"

// How the projector shares the writer with ingest. Its turns are short (at most
// 20 ms, which is its own care). When nothing came in for a while it goes at
// once; while deliveries keep coming it goes every so often: rarely when they
// come faster than it could follow anyway, so that Wise gets its answers, more
// often when they don't, so that pages stay up to date.
const (
	quiet      = 3 * time.Millisecond
	lightPause = 50 * time.Millisecond
	heavyPause = 250 * time.Millisecond
	heavy      = 200 // deliveries since its last turn from which ingest counts as heavy: 4,000/s
)

// pace decides when the projector may have a turn. Its times are of the
// monotonic clock: it measures waiting, nothing that is ever stored.
type pace struct {
	lastIngest  time.Time
	lastProject time.Time
	since       int // deliveries since the projector's last turn
}

// ingested takes note of a committed group.
func (p *pace) ingested(n int, now time.Time) {
	p.lastIngest = now
	p.since += n
}

// projected takes note of a turn of the projector that has just ended.
func (p *pace) projected(now time.Time) {
	p.lastProject = now
	p.since = 0
}

// due says that the projector goes although deliveries may be waiting.
func (p *pace) due(now time.Time) bool { return !now.Before(p.lastProject.Add(p.pause())) }

// wait is how long the projector still has to wait while no delivery does; zero
// or less means not at all.
func (p *pace) wait(now time.Time) time.Duration {
	return min(p.lastIngest.Add(quiet).Sub(now), p.lastProject.Add(p.pause()).Sub(now))
}

func (p *pace) pause() time.Duration {
	if p.since >= heavy {
		return heavyPause
	}
	return lightPause
}
