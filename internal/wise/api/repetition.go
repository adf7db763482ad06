package api

import (
	"context"
	"crypto/tls"
	"errors"
	"net/http"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/circuitbreaker"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
)

// shortWait is the longest Retry-After that is worth waiting for within a call.
const shortWait = time.Second

// repetition repeats a request twice at most when it did not get through, or Wise
// asks for a moment. Only for what may be sent twice.
func repetition(first time.Duration) retrypolicy.RetryPolicy[*http.Response] {
	return retrypolicy.NewBuilder[*http.Response]().
		HandleIf(isWorthRepeating).
		WithMaxRetries(2).
		WithBackoff(first, 4*first).
		WithJitterFactor(0.25).
		WithDelayFunc(askedDelay).
		ReturnLastFailure().
		Build()
}

func isWorthRepeating(res *http.Response, err error) bool {
	if err != nil {
		return !isFinal(err)
	}
	wait, said := retryAfter(res.Header, time.Now())
	switch res.StatusCode {
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return wait <= shortWait
	case http.StatusTooManyRequests:
		return said && wait <= shortWait
	}
	return false
}

// isFinal says of an error that another try would meet it again, or that the time is up.
func isFinal(err error) bool {
	var certificate *tls.CertificateVerificationError
	if errors.As(err, &certificate) {
		return true
	}
	for _, final := range []error{context.Canceled, context.DeadlineExceeded, circuitbreaker.ErrOpen, errElsewhere, errOurLimit, errTooLarge, errPacked} {
		if errors.Is(err, final) {
			return true
		}
	}
	return false
}

// askedDelay is the Retry-After of an answer; -1: not said.
func askedDelay(exec failsafe.ExecutionAttempt[*http.Response]) time.Duration {
	if res := exec.LastResult(); res != nil {
		if wait, _ := retryAfter(res.Header, time.Now()); wait > 0 {
			return wait
		}
	}
	return -1
}

// isSilence says that there was no answer, which is what opens the breaker: 4xx
// are answers. Who hangs up before the time is up says nothing about Wise.
func isSilence(res *http.Response, err error) bool {
	if err != nil {
		return !errors.Is(err, context.Canceled) && !errors.Is(err, errElsewhere) && !errors.Is(err, errTooLarge) && !errors.Is(err, errPacked)
	}
	return res.StatusCode >= http.StatusInternalServerError
}
