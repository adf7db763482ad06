package subscription

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// Ask asks Wise for the list of a scope and waits, five seconds at most.
// What Wise said, or why it said nothing, is stored and stands on the page.
func (p *Pages) Ask(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	profile, err := formScope(form.Get("profile"))
	if err != nil {
		return err
	}
	err = p.Cfg.AtWise.AskSubscriptions(c.Request().Context(), who, front.RequestID(c), profile)
	if err != nil && api.TroubleOf(err) == nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, scopePath(profile, nil))
}

// AskOne asks Wise for one subscription and shows it again with what Wise
// said, or the list when Wise has it no more.
func (p *Pages) AskOne(c echo.Context, who auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	_, old, err := p.inPath(c, who, form.Get("profile"))
	if err != nil {
		return err
	}
	still, err := p.Cfg.AtWise.AskSubscription(c.Request().Context(), who, front.RequestID(c), old)
	trouble := api.TroubleOf(err)
	if err != nil && trouble == nil {
		return err
	}
	if err == nil && !still {
		return c.Redirect(http.StatusSeeOther, scopePath(old.Profile, nil))
	}
	page, err := p.deletionPage(c, who, form.Get("profile"))
	if err != nil {
		return err
	}
	page.Told = "Wise has it, as it stands here."
	if trouble != nil {
		page.Told, page.Trouble = trouble.Text(), true
	}
	return p.OK(c, templates.SubscriptionDelete(page))
}
