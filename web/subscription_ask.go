package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/api"
)

// subscriptionAsk asks Wise for the list of a scope and waits, five seconds at most.
// What Wise said, or why it said nothing, is stored and stands on the page.
func (s *Server) subscriptionAsk(c echo.Context, who auth.Actor) error {
	form, err := readForm(c)
	if err != nil {
		return err
	}
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	err = s.cfg.AtWise.AskSubscriptions(c.Request().Context(), who, requestID(c), profile)
	if err != nil && api.TroubleOf(err) == nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, scopePath(profile, nil))
}
