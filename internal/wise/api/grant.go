package api

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"
)

// How long an access token is believed to live. Wise's live 12 hours.
const (
	shortestLife = time.Minute
	usualLife    = time.Hour // when Wise does not say
	longestLife  = 12 * time.Hour
)

// newCorrelation makes an id that Wise can find a call by.
func newCorrelation() string { return uuid.NewString() }

// grant is what the token endpoint gives.
type grant struct {
	ticket  ticket
	refresh string // a rotated refresh token; "": the old one stays
}

// grant asks the token endpoint. It may be asked again: a grant does nothing.
func (c *Client) grant(ctx context.Context, form url.Values) (grant, *Error) {
	return c.readGrant(c.askGrant(ctx, form))
}

func (c *Client) askGrant(ctx context.Context, form url.Values) (answer, *Error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base.JoinPath("oauth", "token").String(), strings.NewReader(form.Encode()))
	if err != nil {
		return answer{}, &Error{Kind: Invalid, cause: err}
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.SetBasicAuth(c.cfg.ClientID, c.cfg.ClientSecret)
	return c.exchange(req, call{}, newCorrelation(), form.Get("refresh_token"))
}

// readGrant reads an answer of the token endpoint.
func (c *Client) readGrant(a answer, trouble *Error) (grant, *Error) {
	if trouble != nil {
		trouble.call = "token"
		return grant{}, trouble
	}
	f := readObject(a.body)
	f.must("access_token")
	value, refresh := f.text("access_token", 8192), f.text("refresh_token", 8192)
	if !isToken(value) {
		f.bad("access_token", "a token")
	}
	if refresh != "" && !isToken(refresh) {
		f.bad("refresh_token", "a token")
	}
	life := lifeOf(f.word("expires_in"))
	if *f.fail != nil {
		return grant{}, &Error{Kind: Unreadable, Status: a.status, TraceID: a.trace, Sent: true, call: "token", cause: *f.fail}
	}
	return grant{ticket: ticket{value: value, expires: c.cfg.Clock().Add(life)}, refresh: refresh}, nil
}

// lifeOf is for how long a token is used: a tenth less than Wise says, five minutes
// at most.
func lifeOf(seconds string) time.Duration {
	life := usualLife
	if n, err := strconv.ParseInt(seconds, 10, 32); err == nil {
		life = min(max(shortestLife, time.Duration(n)*time.Second), longestLife)
	}
	return life - min(life/10, 5*time.Minute)
}

// isToken says that a text can stand in a header and in a line of the file of user
// tokens. A space within is odd, and does no harm.
func isToken(s string) bool {
	return s != "" && s == strings.TrimSpace(s) && strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' || r == '"' }) < 0
}
