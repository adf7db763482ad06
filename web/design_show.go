package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/templates"
)

// designShow is /help/design: each component in every state. It reads nothing: all that
// it shows is invented for it.
func (s *Server) designShow(c echo.Context, who auth.Actor) error {
	page := templates.DesignPage{Frame: s.Frame(c, who, templates.NavNone, nil), Groups: templates.ExampleGroups()}
	page.Title = "Design"
	return s.OK(c, templates.DesignShow(page))
}
