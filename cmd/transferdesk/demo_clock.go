package main

import (
	"sync"
	"time"
)

// demoClock is the time in the demo: while the backlog comes in it follows the
// arrivals, so that ages and lateness look as they would have; then it is now.
type demoClock struct {
	wall func() time.Time
	mu   sync.Mutex
	at   time.Time
	live bool
}

// Now gives the demo's time, in UTC.
func (c *demoClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.live {
		return c.wall().UTC()
	}
	return c.at
}

// Follow moves the clock on to an arrival; it never goes back.
func (c *demoClock) Follow(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at.After(c.at) {
		c.at = at.UTC()
	}
}

// GoLive makes it the real clock from now on.
func (c *demoClock) GoLive() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.live = true
}
