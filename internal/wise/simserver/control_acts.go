package simserver

import (
	"net/http"
	"slices"
)

// controlFailure switches a failure on, or off with {}.
func (s *Server) controlFailure(w http.ResponseWriter, r *http.Request) {
	c, _, ok := control(w, r)
	if !ok {
		return
	}
	if c.Mode != None && !slices.Contains(Modes(), c.Mode) {
		http.Error(w, "there is no such mode", http.StatusBadRequest)
		return
	}
	s.Fail(Failure{
		Mode: c.Mode, Paths: c.Paths, After: c.After, Times: c.Times, Delay: c.Delay.Duration, RetryAfter: c.RetryAfter.Duration,
		Shape: c.Shape, To: c.To,
	})
	done(w, nil)
}

// controlStatus moves a transfer.
func (s *Server) controlStatus(w http.ResponseWriter, r *http.Request) {
	c, id, ok := control(w, r)
	if !ok {
		return
	}
	if c.Status == "" {
		http.Error(w, "status is missing", http.StatusBadRequest)
		return
	}
	done(w, s.SetStatus(id, c.Status, c.Silently))
}

// controlCases says what hinders a transfer.
func (s *Server) controlCases(w http.ResponseWriter, r *http.Request) {
	if c, id, ok := control(w, r); ok {
		done(w, s.SetCases(id, c.Cases, c.Silently))
	}
}

// controlUser changes the state of a user's account.
func (s *Server) controlUser(w http.ResponseWriter, r *http.Request) {
	if c, id, ok := control(w, r); ok {
		s.SetUserState(id, c.State)
		done(w, nil)
	}
}
