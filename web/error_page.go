package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/templates"
)

// sendErrorPage shows a problem. It asks the database for nothing but the
// session, since the database may be what failed.
func (s *Server) sendErrorPage(c echo.Context, p problem, err error) error {
	page := templates.ErrorPage{
		Frame:  s.bareFrame(c, p.title),
		Status: p.status,
		What:   p.what,
		Lost:   p.lost,
		Do:     p.do,
		Back:   backOf(err),
	}
	if who, found, err := s.sessions.actor(c.Request()); err == nil && found {
		s.welcome(&page.Frame, who)
	}
	return s.render(c, p.status, templates.Error(page))
}
