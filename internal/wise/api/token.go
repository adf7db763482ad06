package api

import (
	"context"
	"net/url"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

// ticket is an access token.
type ticket struct {
	value   string
	expires time.Time
	kept    bool // it was kept from before, so that it may be dead by now
}

// grants keeps the access tokens of client credentials; one is asked for at a time.
type grants struct {
	mu     sync.Mutex
	ticket ticket
	flight singleflight.Group
}

func newGrants() *grants { return &grants{} }

// valid gives the ticket that is kept, unless it ends soon.
func (g *grants) valid(now time.Time) (ticket, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	t := g.ticket
	t.kept = true
	return t, t.value != "" && now.Before(t.expires)
}

func (g *grants) keep(t ticket) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.ticket = t
}

// drop forgets a token, unless it was replaced already.
func (g *grants) drop(value string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.ticket.value == value {
		g.ticket = ticket{}
	}
}

// token gives the token that a call is to carry.
func (c *Client) token(ctx context.Context, q call) (ticket, *Error) {
	if q.as == theApplication {
		return c.applicationToken(ctx)
	}
	switch c.Access(q.user) {
	case ByUserToken:
		return c.userToken(ctx, q.user)
	case ByPersonalToken:
		return ticket{value: c.cfg.PersonalToken}, nil
	}
	return ticket{}, &Error{Kind: NoToken}
}

// forget drops the kept token of a call, which Wise does not take any more.
func (c *Client) forget(q call, t ticket) {
	if q.as == theApplication {
		c.app.drop(t.value)
		return
	}
	c.users.drop(q.user, t.value)
}

// applicationToken gives the token of client credentials.
func (c *Client) applicationToken(ctx context.Context) (ticket, *Error) {
	if !c.Application() {
		return ticket{}, &Error{Kind: NotConfigured}
	}
	if t, ok := c.app.valid(c.cfg.Clock()); ok {
		return t, nil
	}
	return c.fly(ctx, &c.app.flight, "application", func(ctx context.Context) (ticket, *Error) {
		if t, ok := c.app.valid(c.cfg.Clock()); ok {
			return t, nil
		}
		g, trouble := c.grant(ctx, url.Values{"grant_type": {"client_credentials"}})
		if trouble != nil {
			trouble.Kind = ofCredentials(trouble.Kind)
			return ticket{}, trouble
		}
		c.app.keep(g.ticket)
		return g.ticket, nil
	})
}

// ofCredentials is the kind of trouble where no user is concerned: whatever the
// words, it is our own credentials that are not taken.
func ofCredentials(k Kind) Kind {
	switch k {
	case GrantRevoked, Invalid, Forbidden:
		return Refused
	}
	return k
}
