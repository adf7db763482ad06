package login

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/web/front"
)

// SignOut ends the session in the database and in the browser; in the browser also
// when the database cannot be written, since somebody may be leaving a desk that
// others use. The answer is then the error, and the session ends by its age.
func (p *Pages) SignOut(c echo.Context, who auth.Actor) error {
	secret := p.Sessions.Secret(c.Request())
	if err := p.Sessions.Forget(c.Request(), c.Response()); err != nil {
		return err
	}
	if err := p.Cfg.Desk.SignOut(c.Request().Context(), who, front.RequestID(c), secret); err != nil {
		return err
	}
	p.Cfg.Live.EndSession(who.Session)
	c.Response().Header().Set("Clear-Site-Data", `"cache"`)
	return c.Redirect(http.StatusSeeOther, "/login?signed-out=1")
}
