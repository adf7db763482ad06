package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// How large answers may be. A page of 100 transfers has some 150 kB.
const (
	mostJSON = 2 << 20
	mostPDF  = 10_000_000
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

// send sends the call with a token.
func (c *Client) send(ctx context.Context, q call, token ticket, correlation string) (answer, *Error) {
	req, err := c.request(ctx, q)
	if err != nil {
		return answer{}, &Error{Kind: Invalid, cause: err}
	}
	req.Header.Set("Authorization", "Bearer "+token.value)
	return c.exchange(req, q, correlation, "")
}

// request builds the request, without a token. Only a body of JSON has a type.
func (c *Client) request(ctx context.Context, q call) (*http.Request, error) {
	for _, part := range q.path {
		if !isSegment(part) {
			return nil, errors.New("an id has characters in it that none of Wise's has")
		}
	}
	u := c.base.JoinPath(q.path...)
	u.RawQuery = q.query.Encode()
	var body io.Reader
	if q.body != nil {
		body = bytes.NewReader(q.body)
	}
	req, err := http.NewRequestWithContext(ctx, q.method, u.String(), body)
	if err != nil {
		return nil, err
	}
	if q.body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	return req, nil
}

// exchange sends a request and reads what comes back. The secrets of its body and
// its header are kept out of what Wise's error says.
func (c *Client) exchange(req *http.Request, q call, correlation string, secret string) (answer, *Error) {
	t := &trip{background: isBackground(req.Context()), most: q.most}
	if t.most == 0 {
		t.most = mostJSON
	}
	accept := q.accept
	if accept == "" {
		accept = "application/json"
	}
	req.Header.Set("Accept", accept)
	req.Header.Set("User-Agent", "Transferdesk")
	req.Header.Set(correlationHeader, correlation)
	client := c.again
	if q.act {
		client = c.once
	}
	res, err := client.Do(req.WithContext(withTrip(req.Context(), t)))
	if err != nil {
		return answer{}, c.silence(req.Context(), err, t, correlation)
	}
	defer func() { _ = res.Body.Close() }()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return answer{}, c.silence(req.Context(), err, t, correlation)
	}
	if res.StatusCode >= 200 && res.StatusCode <= 299 {
		return answer{status: res.StatusCode, body: body, trace: visible(res.Header.Get(traceHeader), 100)}, nil
	}
	_, credential, _ := strings.Cut(req.Header.Get("Authorization"), " ")
	trouble := readTrouble(res, body, c.cfg.Clock(), []string{credential, c.cfg.ClientSecret, secret})
	trouble.Correlation = correlation
	if trouble.Kind == TooMany {
		c.limit.pause(max(trouble.RetryAfter, leastPause))
	}
	return answer{}, trouble
}
