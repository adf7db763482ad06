package api

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/failsafe-go/failsafe-go/circuitbreaker"
)

// Why there was no answer, where only the network or the caller can say.
var (
	errTime  = errors.New("no answer in time")
	errGone  = errors.New("whoever asked does not wait any more")
	errBroke = errors.New("the connection failed")
)

// silence says why there was no answer that can be read. Of an answer that began,
// its status and trace id are known.
func (c *Client) silence(ctx context.Context, err error, t *trip, correlation string, secrets []string) *Error {
	e := &Error{Kind: Down, Correlation: correlation, Sent: t.sent.Load(), Status: int(t.status.Load()), cause: reasonOfSilence(ctx, err)}
	e.TraceID, _ = t.trace.Load().(string)
	e.TraceID = headerText(e.TraceID, secrets)
	switch e.cause {
	case circuitbreaker.ErrOpen:
		e.Kind, e.RetryAfter = Paused, c.breaker.RemainingDelay()
	case errOurLimit:
		e.Kind, e.RetryAfter = TooMany, 5*time.Second
	case errElsewhere:
		e.Kind = Redirected
	case errTime, errGone:
		e.Kind = Slow
	case errTooLarge, errPacked, errCutOff:
		if e.Kind = Unreadable; e.Status >= http.StatusBadRequest {
			e.Kind = kindOf(e.Status)
		}
	}
	return e
}

// reasonOfSilence is an error that quotes nothing of what was sent or received: one
// of ours, or one of the network's own.
func reasonOfSilence(ctx context.Context, err error) error {
	for _, ours := range []error{circuitbreaker.ErrOpen, errOurLimit, errElsewhere, errTooLarge, errPacked, errCutOff} {
		if errors.Is(err, ours) {
			return ours
		}
	}
	if ctx.Err() != nil {
		if errors.Is(context.Cause(ctx), context.Canceled) {
			return errGone
		}
		return errTime
	}
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		return errTime
	}
	return ofTheNetwork(err)
}

func ofTheNetwork(err error) error {
	var (
		lookup      *net.DNSError
		certificate *tls.CertificateVerificationError
		number      syscall.Errno
	)
	switch {
	case errors.As(err, &lookup):
		return lookup
	case errors.As(err, &certificate):
		return certificate
	case errors.As(err, &number):
		return number
	case errors.Is(err, io.EOF):
		return io.EOF
	}
	return errBroke
}
