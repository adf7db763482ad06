package simserver

import (
	"io"
	"net/http"

	"github.com/google/uuid"
)

// mostBody is the longest request body that is read.
const mostBody = 1 << 20

// ServeHTTP answers one request as Wise would, or as the failure that was switched
// on has it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, mostBody))
	if err != nil {
		return // the client went away
	}
	w.Header().Set("X-Trace-Id", uuid.NewString())
	c := &call{request: r, body: body, at: s.now()}
	s.mu.Lock()
	s.record(r)
	failure, fails := s.failure.next(c.plainPath(), r.URL.Path)
	s.mu.Unlock()
	if !fails {
		s.answer(c).write(w)
		return
	}
	s.fail(w, c, failure)
}

// answer finds the operation that is asked for and lets it answer.
func (s *Server) answer(c *call) reply {
	route, ok := c.find()
	if !ok {
		return notFound(c)
	}
	s.mu.Lock()
	if refused, over := s.overLimit(c); over {
		s.mu.Unlock()
		return refused
	}
	if refused, ok := s.admit(c, route); !ok {
		s.mu.Unlock()
		return refused
	}
	if route.slow {
		s.mu.Unlock()
		return route.answer(s, c)
	}
	defer s.mu.Unlock()
	return route.answer(s, c)
}
