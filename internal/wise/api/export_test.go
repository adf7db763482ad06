package api

import "time"

// NewInHaste is New for tests of failures: whole is how long a call may take, and
// repetitions follow at once. An open breaker stays open for open.
func NewInHaste(cfg Config, whole, open time.Duration) (*Client, error) {
	return newClient(cfg, pace{whole: whole, first: time.Millisecond, open: open})
}
