package api

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
)

// Why an answer is not taken, apart from what the network says.
var (
	errElsewhere = errors.New("the request would leave for another host than the configured one")
	errTooLarge  = errors.New("the answer is larger than any that Wise documents")
	errPacked    = errors.New("the answer is compressed, which was not asked for")
	errCutOff    = errors.New("the answer ends before its end")
)

// trip is what one call carries through the layers, and learns from them.
type trip struct {
	background bool
	most       int64       // bytes of an answer
	sent       atomic.Bool // something of the request was written to the network
	status     atomic.Int64
	trace      atomic.Value // string
}

type tripKey struct{}

func withTrip(ctx context.Context, t *trip) context.Context {
	ctx = context.WithValue(ctx, tripKey{}, t)
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteHeaderField: func(string, []string) { t.sent.Store(true) }})
}

func tripOf(ctx context.Context) *trip {
	if t, ok := ctx.Value(tripKey{}).(*trip); ok {
		return t
	}
	return &trip{most: mostJSON}
}

// wire sends one request to the configured host, and to no other, and takes the
// answer whole, so that one that is cut off counts as none.
type wire struct {
	base  *url.URL
	tally *tally
	next  http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (w wire) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Scheme != w.base.Scheme || req.URL.Host != w.base.Host || req.Host != "" && req.Host != w.base.Host {
		return nil, errElsewhere
	}
	w.tally.request()
	t := tripOf(req.Context())
	res, err := w.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	t.status.Store(int64(res.StatusCode))
	t.trace.Store(res.Header.Get(traceHeader))
	body, err := readWhole(res, t.most)
	if err != nil {
		return nil, err
	}
	res.Body = io.NopCloser(bytes.NewReader(body))
	return res, nil
}

// readWhole reads a body of at most so many bytes and closes it.
func readWhole(res *http.Response, most int64) ([]byte, error) {
	defer func() { _ = res.Body.Close() }()
	if packed := res.Header.Get("Content-Encoding"); packed != "" && packed != "identity" {
		return nil, errPacked
	}
	if res.ContentLength > most {
		return nil, errTooLarge
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, most+1))
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return nil, errCutOff
	case err != nil:
		return nil, fmt.Errorf("reading the answer: %w", err)
	case int64(len(body)) > most:
		return nil, errTooLarge
	}
	return body, nil
}
