package help

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/templates"
)

// Design is /help/design: each component in every state. It reads nothing: all that
// it shows is invented for it.
func (p *Pages) Design(c echo.Context, who auth.Actor) error {
	page := templates.DesignPage{Frame: p.Frame(c, who, templates.NavNone, nil), Groups: templates.ExampleGroups()}
	page.Title = "Design"
	return p.OK(c, templates.DesignShow(page))
}
