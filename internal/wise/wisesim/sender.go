package wisesim

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"transferdesk/internal/wise"
)

// Sender sends deliveries to one URL.
type Sender struct {
	Target string       // where to, e.g. http://127.0.0.1:8080/webhooks/wise
	Client *http.Client // NewClient's, or any other
	Signer *Signer
	Pause  time.Duration // the first pause of Deliver's retries; 0: 50 ms
}

// The tries of one delivery: Wise makes 25 in about 15 days, of many statuses in
// the 400s at most three.
const (
	maxTries        = 25
	maxTriesRefused = 3
	firstPause      = 50 * time.Millisecond
	longestPause    = 2 * time.Second
)

// ErrGivenUp says that a delivery was never answered with a 2xx.
var ErrGivenUp = errors.New("the delivery was given up")

// NewClient gives a client for up to n connections at a time that, like Wise,
// waits 5 s for an answer and follows no redirect.
func NewClient(n int) *http.Client {
	return &http.Client{
		Timeout:   5 * time.Second,
		Transport: &http.Transport{MaxIdleConns: n, MaxIdleConnsPerHost: n, IdleConnTimeout: 30 * time.Second},
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}
}

// Send signs and sends a delivery once and gives the status of the answer; an
// error means that there was none.
func (s Sender) Send(ctx context.Context, d Delivery) (status int, err error) {
	answer, err := s.Try(ctx, d)
	return answer.Status, err
}

// Answer is how a delivery was answered.
type Answer struct {
	Status     int
	RetryAfter string // as it came: seconds, a date, or ""
}

// Try is Send that gives the whole answer.
func (s Sender) Try(ctx context.Context, d Delivery) (Answer, error) {
	signature, err := s.Signer.Sign(d.Body)
	if err != nil {
		return Answer{}, err
	}
	return s.post(ctx, d, signature)
}

// Deliver sends a delivery until it is taken, with Wise's pauses speeded up:
// doubling, or what Retry-After asks for, but never over two seconds. It gives
// the last status, and ErrGivenUp when no try was answered with a 2xx.
func (s Sender) Deliver(ctx context.Context, d Delivery) (status int, err error) {
	signature, err := s.Signer.Sign(d.Body)
	if err != nil {
		return 0, err
	}
	pause := s.Pause
	if pause == 0 {
		pause = firstPause
	}
	for try := 1; ; try++ {
		answer, err := s.post(ctx, d, signature)
		status = answer.Status
		seconds, _ := strconv.Atoi(answer.RetryAfter)
		asked := time.Duration(seconds) * time.Second
		switch {
		case err == nil && status/100 == 2:
			return status, nil
		case ctx.Err() != nil:
			return status, fmt.Errorf("delivering: %w", ctx.Err())
		case try >= triesFor(status):
			return status, errors.Join(ErrGivenUp, err)
		}
		if err := sleep(ctx, min(max(pause, asked), longestPause)); err != nil {
			return status, fmt.Errorf("delivering: %w", err)
		}
		pause *= 2
	}
}

// triesFor says how often a delivery is tried that got this answer (0: none).
func triesFor(status int) int {
	if status/100 == 4 && status != http.StatusRequestTimeout && status != http.StatusTooManyRequests {
		return maxTriesRefused
	}
	return maxTries
}

// post sends one signed request.
func (s Sender) post(ctx context.Context, d Delivery, signature string) (Answer, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.Target, bytes.NewReader(d.Body))
	if err != nil {
		return Answer{}, fmt.Errorf("sending a delivery: %w", err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set(wise.SignatureHeader, signature)
	req.Header.Set(wise.DeliveryHeader, d.DeliveryID)
	if d.Test {
		req.Header.Set(wise.TestHeader, "true")
	}
	res, err := s.Client.Do(req)
	if err != nil {
		return Answer{}, fmt.Errorf("sending a delivery: %w", err)
	}
	defer func() { _ = res.Body.Close() }()
	// Read to the end, or the connection cannot be used again.
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 1<<16))
	return Answer{res.StatusCode, res.Header.Get("Retry-After")}, nil
}

// sleep waits, or stops early with the context's error.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
