package api

import (
	"context"

	"golang.org/x/sync/singleflight"
)

// flown is what a request for a token came to.
type flown struct {
	ticket  ticket
	trouble *Error
}

// fly asks for a token once for all who want it at the same time. It goes on when
// they have gone: an answer that nobody hears would lose a rotated refresh token.
func (c *Client) fly(ctx context.Context, group *singleflight.Group, key string, ask func(context.Context) (ticket, *Error)) (ticket, *Error) {
	c.flights.Add(1)
	landed := make(chan flown, 1)
	asked := group.DoChan(key, func() (any, error) {
		ctx, cancel := context.WithTimeoutCause(context.WithoutCancel(ctx), c.pace.whole, errTime)
		defer cancel()
		t, trouble := ask(ctx)
		return flown{t, trouble}, nil
	})
	go func() {
		defer c.flights.Done()
		f, _ := (<-asked).Val.(flown)
		landed <- f
	}()
	select {
	case f := <-landed:
		if f.trouble != nil {
			own := *f.trouble
			own.Sent = false // what was asked itself never left us
			return ticket{}, &own
		}
		return f.ticket, nil
	case <-ctx.Done():
		return ticket{}, &Error{Kind: Slow, cause: errTime}
	}
}
