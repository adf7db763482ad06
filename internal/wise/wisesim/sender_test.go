package wisesim_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/wisesim"
)

// receiver is a server that answers as told and remembers what it got.
type receiver struct {
	mu       sync.Mutex
	statuses []int // answered one after the other; the last for ever
	got      []*http.Request
	bodies   [][]byte
}

// ServeHTTP answers with the next status.
func (r *receiver) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body, _ := io.ReadAll(req.Body)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.got, r.bodies = append(r.got, req), append(r.bodies, body)
	status := r.statuses[min(len(r.got), len(r.statuses))-1]
	if status == http.StatusFound {
		w.Header().Set("Location", "/elsewhere")
	}
	w.WriteHeader(status)
}

// start serves and gives a sender to it.
func (r *receiver) start(t *testing.T) wisesim.Sender {
	t.Helper()
	server := httptest.NewServer(r)
	t.Cleanup(server.Close)
	client := wisesim.NewClient(4)
	t.Cleanup(client.CloseIdleConnections)
	return wisesim.Sender{Target: server.URL + "/webhooks/wise", Client: client, Signer: testkit.Signer(t).Signer, Pause: time.Microsecond}
}

func TestADeliveryIsSignedAndLabelled(t *testing.T) {
	r := &receiver{statuses: []int{200}}
	sender := r.start(t)
	for _, test := range []bool{false, true} {
		d := wisesim.Delivery{Body: []byte(`{"a":1}`), DeliveryID: "8a1f0c1e-0000-4000-8000-000000000001", Test: test}
		if status, err := sender.Send(t.Context(), d); status != 200 || err != nil {
			t.Fatalf("status %d, %v", status, err)
		}
	}
	for i, want := range []string{"", "true"} {
		req := r.got[i]
		if name, err := testkit.Signer(t).Keys.VerifyRequest(r.bodies[i], req.Header); name != "test" || err != nil {
			t.Errorf("the signature: key %q, %v", name, err)
		}
		if got := req.Header.Get("X-Test-Notification"); got != want {
			t.Errorf("marked as a test %q, want %q", got, want)
		}
		if req.Header.Get("X-Delivery-Id") != "8a1f0c1e-0000-4000-8000-000000000001" ||
			req.Header.Get("Content-Type") != "application/json" || req.Method != http.MethodPost || req.URL.Path != "/webhooks/wise" {
			t.Errorf("%s %s %v", req.Method, req.URL, req.Header)
		}
	}
}

func TestADeliveryIsTriedAsWiseDoes(t *testing.T) {
	tests := []struct {
		name     string
		statuses []int
		tries    int
		status   int
		err      error
	}{
		{"taken at once", []int{200}, 1, 200, nil},
		{"busy twice, then taken", []int{503, 503, 200}, 3, 200, nil},
		{"asked too often, then taken", []int{429, 429, 429, 429, 204}, 5, 204, nil},
		{"busy for long, then refused", []int{503, 503, 503, 503, 503, 401}, 6, 401, wisesim.ErrGivenUp},
		{"refused", []int{401}, 3, 401, wisesim.ErrGivenUp},
		{"a redirect is not followed", []int{302}, 25, 302, wisesim.ErrGivenUp},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := &receiver{statuses: test.statuses}
			sender := r.start(t)
			sender.Pause = -1 // no pause at all: doubled, it stays below zero
			status, err := sender.Deliver(t.Context(), wisesim.Delivery{Body: []byte(`{}`)})
			if status != test.status || !errors.Is(err, test.err) || len(r.got) != test.tries {
				t.Errorf("status %d, %v after %d tries; want %d, %v after %d", status, err, len(r.got), test.status, test.err, test.tries)
			}
		})
	}
}

func TestADeliveryIsTriedAgainWhenNobodyAnswers(t *testing.T) {
	r := &receiver{statuses: []int{200}}
	sender := r.start(t)
	broken := 3
	sender.Client.Transport = roundTripper(func(req *http.Request) (*http.Response, error) {
		if broken--; broken >= 0 {
			return nil, errors.New("connection refused")
		}
		return http.DefaultTransport.RoundTrip(req)
	})
	defer http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	if status, err := sender.Deliver(t.Context(), wisesim.Delivery{Body: []byte(`{}`)}); status != 200 || err != nil {
		t.Errorf("status %d, %v", status, err)
	}
	if broken != -1 {
		t.Errorf("%d broken connections are left", broken)
	}
}

// roundTripper is a transport made of a function.
type roundTripper func(*http.Request) (*http.Response, error)

// RoundTrip calls the function.
func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }

func TestDeliveringStopsWithItsContext(t *testing.T) {
	r := &receiver{statuses: []int{503}}
	sender := r.start(t)
	sender.Pause = time.Hour
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := sender.Deliver(ctx, wisesim.Delivery{Body: []byte(`{}`)}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("stopped with %v", err)
	}
}

func TestLoadCountsWhatIsTakenAndLeavesNothingRunning(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	r := &receiver{statuses: append(make([]int, 0, 21), repeat(503, 5)...)}
	r.statuses = append(r.statuses, 200)
	server := httptest.NewServer(r)
	defer server.Close()
	client := wisesim.NewClient(3)
	defer client.CloseIdleConnections()
	report, err := wisesim.Load(t.Context(), wisesim.LoadConfig{
		Target: server.URL, Client: client, Signer: testkit.Signer(t).Signer, Connections: 3, Events: 20, Seed: 3, Now: now,
	})
	if err != nil || report.Events != 20 || report.Accepted != 15 || report.Refused != 5 {
		t.Fatalf("%v, %v", report, err)
	}
	if report.PerSecond <= 0 || report.P50 <= 0 || report.P50 > report.P90 || report.P90 > report.P99 || report.P99 > report.Max || report.Max > report.Elapsed {
		t.Errorf("percentiles out of order: %v", report)
	}
	seen := map[string]bool{}
	for i, body := range r.bodies {
		seen[string(body)] = true
		if _, err := testkit.Signer(t).Keys.VerifyRequest(body, r.got[i].Header); err != nil {
			t.Errorf("the signature of body %d: %v", i, err)
		}
	}
	if len(seen) != 20 {
		t.Errorf("%d distinct bodies", len(seen))
	}
}

// repeat gives a status n times.
func repeat(status, n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = status
	}
	return all
}

func TestALoadOfNothingIsRefused(t *testing.T) {
	for _, c := range []wisesim.LoadConfig{{Connections: 0, Events: 1}, {Connections: 1, Events: 0}} {
		if _, err := wisesim.Load(t.Context(), c); !errors.Is(err, wisesim.ErrNoLoad) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
