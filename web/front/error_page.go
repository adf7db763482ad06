package front

import (
	"github.com/labstack/echo/v4"

	"transferdesk/templates"
)

// sendErrorPage shows a problem. It asks the database for nothing but the
// session, since the database may be what failed.
func (h *House) sendErrorPage(c echo.Context, p Problem, err error) error {
	page := templates.ErrorPage{
		Frame:  h.BareFrame(c, p.Title),
		Status: p.Status,
		What:   p.What,
		Lost:   p.Lost,
		Do:     p.Do,
		Back:   backOf(err),
	}
	if who, found, err := h.Sessions.Actor(c.Request()); err == nil && found {
		h.welcome(&page.Frame, who)
	}
	return h.Render(c, p.Status, templates.Error(page))
}
