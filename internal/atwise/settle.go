package atwise

import (
	"context"
	"errors"
	"time"

	"transferdesk/internal/auth"
)

// How patient settling is. A cancellation is Wise's to work on for a while: before
// mayStillCome has passed, a transfer that is not cancelled yet proves nothing.
const (
	firstSettle  = 5 * time.Second  // after the start, or after something became unknown
	longestPause = 10 * time.Minute // between two rounds
	mayStillCome = 2 * time.Minute
	stillAsked   = time.Minute // how long what this process has started may be under way
)

// server is who settles: nobody at a browser, but the server itself.
func server() auth.Actor {
	return auth.Actor{Kind: auth.CLI, Name: "the server itself", Role: auth.Admin}
}

// Run settles everything of which it is not known whether Wise did it: soon
// after the start, and again with growing pauses until none is left. It gives nil
// when ctx ends.
func (a *Acts) Run(ctx context.Context) error {
	pause := a.soon
	for {
		timer := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil
		case <-a.unsettled:
			timer.Stop()
			pause = a.soon
			continue
		case <-timer.C:
		}
		left, err := a.Settle(ctx)
		if err != nil && ctx.Err() == nil {
			a.log.Error("settling what was asked of Wise", "error", err)
		}
		if pause = min(2*pause, longestPause); left == 0 && err == nil {
			pause = longestPause
		}
	}
}

// wakeSettling has Run look soon.
func (a *Acts) wakeSettling() {
	select {
	case a.unsettled <- struct{}{}:
	default:
	}
}

// Settle goes once over everything of which it is not known whether Wise did it, and
// says how much is left.
func (a *Acts) Settle(ctx context.Context) (left int, err error) {
	transfers, err := a.settleCancellations(ctx)
	cases, trouble := a.settleCases(ctx)
	subscriptions, doubt := a.settleSubscriptions(ctx)
	return transfers + cases + subscriptions, errors.Join(err, trouble, doubt)
}

// underWay says of what was started then that somebody may wait for Wise's answer just
// now; else it was cut off.
func (a *Acts) underWay(started time.Time) bool {
	return !started.Before(a.born) && a.clock().Sub(started) < stillAsked
}
