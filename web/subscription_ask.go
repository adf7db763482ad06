package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
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

// subscriptionAskOne asks Wise for one subscription and shows it again with what Wise
// said, or the list when Wise has it no more.
func (s *Server) subscriptionAskOne(c echo.Context, who auth.Actor) error {
	form, err := readForm(c)
	if err != nil {
		return err
	}
	_, old, err := s.pathSubscription(c, who, form.Get("profile"))
	if err != nil {
		return err
	}
	still, err := s.cfg.AtWise.AskSubscription(c.Request().Context(), who, requestID(c), old)
	trouble := api.TroubleOf(err)
	if err != nil && trouble == nil {
		return err
	}
	if err == nil && !still {
		return c.Redirect(http.StatusSeeOther, scopePath(old.Profile, nil))
	}
	page, err := s.deletionPage(c, who, form.Get("profile"))
	if err != nil {
		return err
	}
	page.Told = "Wise has it, as it stands here."
	if trouble != nil {
		page.Told, page.Trouble = trouble.Text(), true
	}
	return s.ok(c, templates.SubscriptionDelete(page))
}
