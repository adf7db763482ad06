package api

import (
	"context"
	"net/url"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

// between is how long a dead grant is left alone, unless somebody asks or the file
// changes.
const between = 10 * time.Minute

// userToken is what is known of one user's token.
type userToken struct {
	inFile    string // the refresh token as the file last said it
	refresh   string // the newest one; another than inFile while it could not be written back
	access    ticket
	refused   *Error
	refusedAt time.Time
	grantedAt time.Time
	savedAt   time.Time // the last try to write it back
}

// refuse remembers that Wise refused the token; that Wise could not be asked is no
// refusal.
func (t *userToken) refuse(trouble *Error, now time.Time) {
	if trouble.Status >= 400 && trouble.Status <= 499 && trouble.Kind != TooMany {
		t.refused, t.refusedAt = trouble, now
	}
}

// userTokens are those of the file, which may change beside us.
type userTokens struct {
	path  string
	clock func() time.Time

	mu      sync.Mutex
	seen    stamp
	by      map[int64]*userToken
	unread  error // why the file cannot be read any more
	unsaved error // why a token could not be written back
	flight  singleflight.Group
}

// has says whether the file has a token of the user.
func (u *userTokens) has(user int64) bool {
	_, ok := u.find(user)
	return ok
}

// find reads the file again when it changed, and gives what is known of a user.
func (u *userTokens) find(user int64) (userToken, bool) {
	if u.path == "" || user == 0 {
		return userToken{}, false
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	u.reread()
	t, ok := u.by[user]
	if !ok {
		return userToken{}, false
	}
	return *t, true
}

// change changes what is known of a user, if the file still has it.
func (u *userTokens) change(user int64, change func(*userToken)) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if t, ok := u.by[user]; ok {
		change(t)
	}
}

// drop forgets a user's access token, unless it was replaced already.
func (u *userTokens) drop(user int64, value string) {
	u.change(user, func(t *userToken) {
		if t.access.value == value {
			t.access = ticket{}
		}
	})
}

// userToken gives the access token of a user of the file.
func (c *Client) userToken(ctx context.Context, user int64) (ticket, *Error) {
	known, _ := c.users.find(user)
	if now := c.cfg.Clock(); known.access.value != "" && now.Before(known.access.expires) {
		c.saveLater(user, known, now)
		known.access.kept = true
		return known.access, nil
	} else if r := known.refused; r != nil && r.Kind == GrantRevoked && isBackground(ctx) && now.Before(known.refusedAt.Add(between)) {
		again := *r
		again.Sent, again.RetryAfter = false, known.refusedAt.Add(between).Sub(now)
		return ticket{}, &again
	}
	return c.fly(ctx, &c.users.flight, digits(user), func(ctx context.Context) (ticket, *Error) { return c.refresh(ctx, user) })
}

// refresh exchanges the refresh token of a user. A new refresh token is written
// back before the access token is used.
func (c *Client) refresh(ctx context.Context, user int64) (ticket, *Error) {
	known, ok := c.users.find(user)
	if !ok {
		return ticket{}, &Error{Kind: NoToken}
	}
	if now := c.cfg.Clock(); known.access.value != "" && now.Before(known.access.expires) {
		return known.access, nil
	}
	g, trouble := c.grant(ctx, url.Values{"grant_type": {"refresh_token"}, "refresh_token": {known.refresh}})
	if trouble != nil {
		c.users.change(user, func(t *userToken) { t.refuse(trouble, c.cfg.Clock()) })
		return ticket{}, trouble
	}
	c.users.change(user, func(t *userToken) {
		if t.refused = nil; g.refresh != "" && t.refresh == known.refresh {
			t.refresh = g.refresh
		}
	})
	c.save(user)
	c.users.change(user, func(t *userToken) { t.access, t.grantedAt = g.ticket, c.cfg.Clock() })
	return g.ticket, nil
}

// saveLater tries again, now and then, to write back what could not be.
func (c *Client) saveLater(user int64, known userToken, now time.Time) {
	if known.refresh != known.inFile && now.After(known.savedAt.Add(time.Minute)) {
		c.save(user)
	}
}

// save writes back a refresh token that changed. A failure loses nothing while the
// process lives: it is said in the log and in Health.
func (c *Client) save(user int64) {
	if err := c.users.save(user); err != nil {
		c.cfg.Log.Error("Wise's API: a new refresh token could not be written back to the file of user tokens; it is lost when the process ends", "user", user, "error", err)
	}
}
