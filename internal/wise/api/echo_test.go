package api_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// said is a server that answers everything but tokens with one body.
type said struct {
	*httptest.Server
	mu   sync.Mutex
	body string
}

func newEcho(t *testing.T) *said {
	t.Helper()
	s := &said{}
	s.Server = wise(t, func(w http.ResponseWriter, _ *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		_, _ = io.WriteString(w, s.body)
	})
	return s
}

// say sets what is answered from now on.
func (s *said) say(body string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.body = body
}
