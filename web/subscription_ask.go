package web

import (
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/wise/api"
)

// subscriptionAsk asks Wise for the list of a scope and waits, five seconds at most.
// What Wise said, or why it said nothing, is stored and stands on the page.
func (s *Server) subscriptionAsk(c echo.Context, _ auth.Actor) error {
	form, err := readForm(c)
	if err != nil {
		return err
	}
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	err = s.cfg.Enrich.Now(c.Request().Context(), desk.SubscriptionsOf(profile))
	var trouble *api.Error
	if err != nil && !errors.As(err, &trouble) {
		return err
	}
	return c.Redirect(http.StatusSeeOther, scopePath(profile, nil))
}
