package simserver

import (
	"net/http"
	"net/url"
	"slices"
)

// Request is a request that came, without its body.
type Request struct {
	Method, Path string
	Query        url.Values
	Header       http.Header // a copy
}

// mostRequests is how many requests are remembered: the latest.
const mostRequests = 10_000

// record remembers a request.
func (s *Server) record(r *http.Request) {
	if len(s.requests) >= mostRequests {
		s.requests = slices.Delete(s.requests, 0, mostRequests/2)
	}
	s.requests = append(s.requests, Request{r.Method, r.URL.Path, r.URL.Query(), r.Header.Clone()})
}

// Requests gives every request so far in order, at most the latest ten thousand.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}
