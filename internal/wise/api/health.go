package api

import (
	"errors"
	"sync"
	"time"
)

// Health is how Wise's API has been lately, for /admin/system.
type Health struct {
	Breaker     string    // "closed", "half-open", "open"
	OpenUntil   time.Time // of an open breaker
	PausedUntil time.Time // until when background calls are kept back, as Wise asked; zero: they are not
	LastSuccess time.Time // that Wise answered to the point; zero: never since the start
	LastTrouble *Error    // nil: none since the start
	TroubleAt   time.Time
	Requests    int64         // since the start
	Failures    int64         // calls that ended in trouble of Wise's or ours; "not found" and "not allowed" are answers
	Users       []TokenHealth // of the file of user tokens, by id
	TokenFile   string        // what is wrong with the file of user tokens, in words; empty: nothing
}

// TokenHealth is how the token of a user has been.
type TokenHealth struct {
	User    int64
	Refused *Error    // the last refusal, such as GrantRevoked; nil: none since the last success
	At      time.Time // of the refusal
	Granted time.Time // when Wise last took the token; zero: never since the start
}

// Health gives it.
func (c *Client) Health() Health {
	h := c.tally.health()
	now := c.cfg.Clock()
	h.Breaker = c.breaker.State().String()
	if c.breaker.IsOpen() {
		h.OpenUntil = now.Add(c.breaker.RemainingDelay())
	}
	if wait := c.limit.paused(); wait > 0 {
		h.PausedUntil = now.Add(wait)
	}
	h.Users, h.TokenFile = c.users.health()
	return h
}

// tally counts what happened since the start.
type tally struct {
	clock func() time.Time
	mu    sync.Mutex
	seen  Health
}

func (t *tally) request() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.seen.Requests++
}

// ended counts how a call ended.
func (t *tally) ended(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	var trouble *Error
	if !errors.As(err, &trouble) {
		t.seen.LastSuccess = t.clock()
		return
	}
	switch trouble.Kind {
	case NotConfigured, NoToken:
		return
	case NotFound, NotAllowed, Invalid:
		t.seen.LastSuccess = t.clock()
		return
	}
	t.seen.Failures++
	t.seen.LastTrouble, t.seen.TroubleAt = trouble, t.clock()
}

func (t *tally) health() Health {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.seen
}
