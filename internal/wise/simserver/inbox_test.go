package simserver_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"transferdesk/internal/evidence"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise"
)

// inbox is a server that webhooks come to.
type inbox struct {
	url      string
	came     chan webhook
	mu       sync.Mutex
	statuses []int // answered one after the other; the last for ever
	header   http.Header
}

// webhook is one that came.
type webhook struct {
	header http.Header
	body   []byte
	wise.Decoded
}

// receive starts one that answers so.
func receive(t *testing.T, statuses ...int) *inbox {
	t.Helper()
	in := &inbox{came: make(chan webhook, 1000), statuses: statuses, header: http.Header{}}
	server := httptest.NewServer(in)
	t.Cleanup(server.Close)
	in.url = server.URL + "/hook"
	return in
}

// ServeHTTP takes one.
func (in *inbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	in.mu.Lock()
	status := in.statuses[0]
	if len(in.statuses) > 1 {
		in.statuses = in.statuses[1:]
	}
	for name, values := range in.header {
		w.Header()[name] = values
	}
	in.mu.Unlock()
	w.WriteHeader(status)
	in.came <- webhook{r.Header, body, wise.Decode(body, evidence.Source{Delivery: 1, ReceivedAt: start})}
}

// next waits for a webhook, whose signature must be right.
func (in *inbox) next(t *testing.T) webhook {
	t.Helper()
	select {
	case one := <-in.came:
		if _, err := testkit.Signer(t).Keys.VerifyRequest(one.body, one.header); err != nil {
			t.Errorf("the signature: %v", err)
		}
		return one
	case <-t.Context().Done():
		t.Fatal("no webhook came")
		return webhook{}
	}
}
