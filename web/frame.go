package web

import (
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
)

// now is the clock's time in UTC.
func (s *Server) now() time.Time { return s.cfg.Clock().UTC() }

// face prints times for the readers of pages.
func (s *Server) face() clockface { return clockface{now: s.now(), zone: s.cfg.Company} }

// bareFrame is the frame of a page that nobody need be signed in for.
func (s *Server) bareFrame(c echo.Context, title string) templates.Frame {
	return templates.Frame{
		Title:       title,
		Environment: s.cfg.Environment,
		Zone:        s.cfg.Company.String(),
		RequestID:   requestID(c),
		Version:     s.cfg.Version,
	}
}

// frame is the frame of a signed-in page; the page fills in its title.
func (s *Server) frame(c echo.Context, who auth.Actor, nav templates.Nav, feed *templates.Feed) templates.Frame {
	f := s.bareFrame(c, "")
	f.Nav = nav
	f.Person = &templates.Person{Name: who.Name, Role: string(who.Role)}
	f.Feed = feed
	f.Upgrading = s.cfg.Projector.Upgrading()
	return f
}

// readFeed says how fresh pages can be: the last arrival that is no test, and
// what is accepted and not projected yet.
func readFeed(r *store.Reader, face clockface) (*templates.Feed, error) {
	last, _, err := r.LastArrival()
	if err != nil {
		return nil, err
	}
	waiting, _, err := r.Backlog()
	if err != nil {
		return nil, err
	}
	return &templates.Feed{Last: face.at(last), Waiting: waiting}, nil
}
