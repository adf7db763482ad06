package api

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/failsafe-go/failsafe-go/circuitbreaker"
)

// kinds is which kind a status is of; what is not in it is Invalid below 500 and
// Down from there.
var kinds = map[int]Kind{
	http.StatusUnauthorized:    Refused,
	http.StatusForbidden:       Forbidden,
	http.StatusNotFound:        NotFound,
	http.StatusGone:            NotFound,
	http.StatusRequestTimeout:  Slow,
	http.StatusConflict:        NotAllowed,
	http.StatusTooManyRequests: TooMany,
}

// readTrouble reads an answer that is no success. The secrets that were sent are
// taken out of what it says: some servers quote the token that they refuse.
func readTrouble(res *http.Response, body []byte, now time.Time, secrets []string) *Error {
	e := &Error{
		Kind:       kindOf(res.StatusCode),
		Status:     res.StatusCode,
		TraceID:    visible(res.Header.Get(traceHeader), 100),
		LimitedBy:  visible(res.Header.Get("X-Rate-Limited-By"), 100),
		RetryAfter: retryAfter(res.Header, now),
		Details:    readDetails(body, secrets),
		Sent:       true,
	}
	if e.Kind == Forbidden && (res.Header.Get("X-2fa-Approval") != "" || res.Header.Get("X-2fa-Approval-Result") != "") {
		e.Kind = NeedsApproval
	}
	if (e.Kind == Refused || e.Status == http.StatusBadRequest) && e.says("invalid_grant") {
		e.Kind = GrantRevoked
	}
	return e
}

func kindOf(status int) Kind {
	if kind, ok := kinds[status]; ok {
		return kind
	}
	switch {
	case status >= 500:
		return Down
	case status >= 400:
		return Invalid
	case status >= 300:
		return Redirected
	}
	return Unreadable
}

// says tells whether one of the details has that code.
func (e *Error) says(code string) bool {
	for _, d := range e.Details {
		if strings.EqualFold(d.Code, code) {
			return true
		}
	}
	return false
}

// retryAfter reads Retry-After, in seconds or as a date; 0: not said, or past. More
// than an hour is cut: nobody may lock us out for longer.
func retryAfter(h http.Header, now time.Time) time.Duration {
	text := strings.TrimSpace(h.Get("Retry-After"))
	wait := time.Duration(0)
	if seconds, err := strconv.ParseUint(text, 10, 32); err == nil {
		wait = time.Duration(seconds) * time.Second
	} else if at, err := http.ParseTime(text); err == nil {
		wait = at.Sub(now)
	}
	return min(max(0, wait), time.Hour)
}

// silence says why there was no answer that can be read.
func (c *Client) silence(ctx context.Context, err error, t *trip, correlation string) *Error {
	var wrapped *url.Error // it quotes the whole address, and with it the client key
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	e := &Error{Kind: Down, Correlation: correlation, Sent: t.sent.Load(), Status: int(t.status.Load()), cause: err}
	e.TraceID, _ = t.trace.Load().(string)
	e.TraceID = visible(e.TraceID, 100)
	var network net.Error
	switch {
	case errors.Is(err, circuitbreaker.ErrOpen):
		e.Kind, e.RetryAfter = Paused, c.breaker.RemainingDelay()
	case errors.Is(err, errOurLimit):
		e.Kind, e.RetryAfter = TooMany, time.Minute/perSecond
	case errors.Is(err, errElsewhere):
		e.Kind = Redirected
	case errors.Is(err, errTooLarge), errors.Is(err, errPacked), errors.Is(err, errCutOff):
		e.Kind = Unreadable
	case ctx.Err() != nil, errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		e.Kind, e.cause = Slow, errTime
	}
	return e
}
