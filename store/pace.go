package store

import "time"

// How the projector shares the writer with ingest. Its turns are short (at most
// 20 ms, which is its own care). When nothing came in for a while it goes at
// once; while deliveries keep coming it goes every so often: rarely when they
// fill whole groups, so that Wise gets its answers, more often when they come
// in ones and twos, so that pages stay up to date.
const (
	quiet      = 3 * time.Millisecond
	lightPause = 50 * time.Millisecond
	heavyPause = 250 * time.Millisecond
	heavyGroup = 12 // deliveries in a usual group from which ingest counts as heavy
)

// pace decides when the projector may have a turn. Its times are of the
// monotonic clock: it measures waiting, nothing that is ever stored.
type pace struct {
	lastIngest  time.Time
	lastProject time.Time
	usual       float64 // running mean of the group's size
}

// ingested takes note of a committed group.
func (p *pace) ingested(n int, now time.Time) {
	p.lastIngest = now
	p.usual += (float64(n) - p.usual) / 8
}

// projected takes note of a turn of the projector that has just ended.
func (p *pace) projected(now time.Time) { p.lastProject = now }

// due says that the projector goes although deliveries may be waiting.
func (p *pace) due(now time.Time) bool { return !now.Before(p.lastProject.Add(p.pause())) }

// wait is how long the projector still has to wait while no delivery does; zero
// or less means not at all.
func (p *pace) wait(now time.Time) time.Duration {
	return min(p.lastIngest.Add(quiet).Sub(now), p.lastProject.Add(p.pause()).Sub(now))
}

func (p *pace) pause() time.Duration {
	if p.usual >= heavyGroup {
		return heavyPause
	}
	return lightPause
}
