package api

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// What Wise allows, and we keep to.
const (
	MostPerSecond = 100
	MostPerMinute = 1000
	ForPeople     = reserve // of those that may be sent at once: never taken by the background
)

// Wise allows 100 requests a second and 1,000 a minute. A bucket of 85 that fills
// by 15 a second keeps to both in any window: 85 + 15 in a second, 85 + 60 · 15 =
// 985 in a minute. The last 40 are for people.
const (
	mostAtOnce = 85
	perSecond  = 15
	reserve    = 40
)

// leastPause is how long background calls are kept back after a 429, whatever it says.
const leastPause = 5 * time.Second

// errOurLimit is that no request may be sent in the time that there is.
var errOurLimit = errors.New("the limit that we keep to is reached")

type backgroundKey struct{}

// Background marks calls that nobody waits for. They leave a part of the limit to
// people, and are not sent while Wise has asked for a pause.
func Background(ctx context.Context) context.Context {
	return context.WithValue(ctx, backgroundKey{}, true)
}

func isBackground(ctx context.Context) bool {
	marked, _ := ctx.Value(backgroundKey{}).(bool)
	return marked
}

// limit is how much may be sent, and when.
type limit struct {
	now    func() time.Time
	mu     sync.Mutex
	bucket *rate.Limiter
	until  time.Time // the end of the pause that Wise asked for
}

func newLimit(now func() time.Time) *limit {
	return &limit{now: now, bucket: rate.NewLimiter(perSecond, mostAtOnce)}
}

// try takes one request from the limit; else it says how long to wait.
func (l *limit) try(background bool) (wait time.Duration, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now, needed := l.now(), 1.0
	if background {
		needed += reserve
	}
	if missing := needed - l.bucket.TokensAt(now); missing > 0 {
		return time.Duration(missing/perSecond*float64(time.Second)) + time.Millisecond, false
	}
	return 0, l.bucket.AllowN(now, 1)
}

// take waits until a request may be sent; errOurLimit when that is after ctx's end.
func (l *limit) take(ctx context.Context, background bool) error {
	for {
		wait, ok := l.try(background)
		if ok {
			return nil
		}
		if end, limited := ctx.Deadline(); limited && l.now().Add(wait).After(end) {
			return errOurLimit
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		case <-timer.C:
		}
	}
}

// pause keeps background calls back for as long as Wise asks.
func (l *limit) pause(wait time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if until := l.now().Add(wait); until.After(l.until) {
		l.until = until
	}
}

// paused says for how long background calls are still kept back; 0: they are not.
func (l *limit) paused() time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	return max(0, l.until.Sub(l.now()))
}

// limited holds every request to the limit.
type limited struct {
	limit *limit
	next  http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (l limited) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := l.limit.take(req.Context(), tripOf(req.Context()).background); err != nil {
		return nil, err
	}
	return l.next.RoundTrip(req)
}
