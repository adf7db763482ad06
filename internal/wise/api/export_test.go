package api

import (
	"bytes"
	"io"
	"net/http"
	"time"

	"golang.org/x/time/rate"
)

// NewInHaste is New for tests of failures: whole is how long a call may take, and
// repetitions follow at once. An open breaker stays open for open.
func NewInHaste(cfg Config, whole, open time.Duration) (*Client, error) {
	return newClient(cfg, pace{whole: whole, first: time.Millisecond, open: open})
}

// NewOver is New without a network: answer gives the status and the body of every
// request.
func NewOver(cfg Config, answer func(*http.Request) (int, []byte)) (*Client, error) {
	c, err := New(cfg)
	if err != nil {
		return nil, err
	}
	c.limit.bucket.SetLimit(rate.Inf)
	way := over(func(r *http.Request) (*http.Response, error) {
		status, body := answer(r)
		return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(body)), Request: r}, nil
	})
	c.again, c.once = newHTTPClient(way), newHTTPClient(way)
	return c, nil
}

type over func(*http.Request) (*http.Response, error)

func (o over) RoundTrip(r *http.Request) (*http.Response, error) { return o(r) }
