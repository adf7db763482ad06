package api

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"

	"github.com/failsafe-go/failsafe-go/circuitbreaker"
	"github.com/failsafe-go/failsafe-go/failsafehttp"
)

// pace is how long things may take.
type pace struct {
	whole time.Duration // a call with all its repetitions; people wait 5 s at most
	first time.Duration // before the first repetition; the next wait is twice as long
	open  time.Duration // how long the breaker stays open
}

var usualPace = pace{whole: 4500 * time.Millisecond, first: 150 * time.Millisecond, open: 15 * time.Second}

// tolerated is after how many failures in a row the breaker opens.
const tolerated = 5

// connect builds the way out: repetition, then the limit, then the breaker, then
// the wire. A repetition counts against the limit like any request.
func (c *Client) connect() {
	c.breaker = circuitbreaker.NewBuilder[*http.Response]().
		HandleIf(isSilence).
		WithFailureThreshold(tolerated).
		WithDelay(c.pace.open).
		OnStateChanged(func(e circuitbreaker.StateChangedEvent) {
			c.cfg.Log.Warn("Wise's API: the breaker changes", "from", e.OldState.String(), "to", e.NewState.String())
		}).
		Build()
	way := func(keepAlive bool) http.RoundTripper {
		out := wire{base: c.base, tally: c.tally, next: newTransport(keepAlive)}
		return limited{limit: c.limit, next: failsafehttp.NewRoundTripper(out, c.breaker)}
	}
	c.once = newHTTPClient(way(false))
	c.again = newHTTPClient(failsafehttp.NewRoundTripper(way(true), repetition(c.pace.first)))
}

// newHTTPClient follows no redirect and keeps no cookie.
func newHTTPClient(way http.RoundTripper) *http.Client {
	return &http.Client{
		Transport:     way,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// newTransport uses no proxy from the environment, since nothing may leave for
// another host, and unpacks nothing, since a small answer could become a huge one.
// What must not be sent twice gets a connection of its own: one kept from before
// may be closed by the other side just then, and nobody could tell what was done.
func newTransport(keepAlive bool) *http.Transport {
	return &http.Transport{
		DialContext:            (&net.Dialer{Timeout: 2 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    3 * time.Second,
		ForceAttemptHTTP2:      true,
		DisableKeepAlives:      !keepAlive,
		DisableCompression:     true,
		MaxIdleConnsPerHost:    16,
		MaxConnsPerHost:        64,
		IdleConnTimeout:        30 * time.Second,
		ExpectContinueTimeout:  time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
}
