package api

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
)

// How large answers may be. A page of 100 transfers has some 150 kB.
const (
	mostJSON int64 = 2 << 20
	mostPDF  int64 = 10_000_000
)

// The headers that Wise and we know a call by.
const (
	correlationHeader = "X-External-Correlation-Id"
	traceHeader       = "X-Trace-Id"
)

// speaker is whose token a call carries.
type speaker int

const (
	theUser        speaker = iota // the user's token, else the personal one
	theApplication                // client credentials
)

// call is one operation to be asked.
type call struct {
	name   string // in words, for errors and logs
	method string
	path   []string // below the base URL; each part stands as it is
	query  url.Values
	body   []byte // JSON; nil: none
	accept string // "": JSON
	most   int64  // bytes of an answer; 0: mostJSON
	as     speaker
	user   int64
	act    bool // changes something: never sent twice
}

// digits writes an id as a part of a path.
func digits(id int64) string { return strconv.FormatInt(id, 10) }

// answer is what Wise said with a status of 2xx.
type answer struct {
	status int
	body   []byte
	trace  string

	call, correlation string
}

// ask asks Wise, within the time that people wait at most. The error is an *Error.
func (c *Client) ask(ctx context.Context, q call) (answer, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, c.pace.whole, errTime)
	defer cancel()
	correlation := newCorrelation()
	a, trouble := c.askAs(ctx, q, correlation)
	if trouble == nil {
		a.call, a.correlation = q.name, correlation
		return a, nil
	}
	trouble.call = q.name
	if trouble.cause != errGone {
		c.tally.ended(trouble)
		c.cfg.Log.Info("Wise's API", "trouble", trouble.Error())
	}
	return answer{}, trouble
}

// askAs sends the call with the token of who speaks; once more with a new one when
// one that was kept is not taken any more.
func (c *Client) askAs(ctx context.Context, q call, correlation string) (answer, *Error) {
	if wait := c.limit.paused(); wait > 0 && isBackground(ctx) {
		return answer{}, &Error{Kind: TooMany, RetryAfter: wait, cause: errOurLimit}
	}
	token, trouble := c.token(ctx, q)
	if trouble != nil {
		return answer{}, trouble
	}
	a, trouble := c.send(ctx, q, token, correlation)
	if trouble == nil || trouble.Status != http.StatusUnauthorized || !token.kept {
		return a, trouble
	}
	c.forget(q, token)
	if token, trouble = c.token(ctx, q); trouble != nil {
		return answer{}, trouble
	}
	return c.send(ctx, q, token, correlation)
}
