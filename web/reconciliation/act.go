package reconciliation

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/web/front"
)

// Run begins a round at once.
func (p *Pages) Run(c echo.Context, who auth.Actor) error {
	return p.actOnRounds(c, who, p.Cfg.Reconcile.Start)
}

// Stop ends the one that runs.
func (p *Pages) Stop(c echo.Context, who auth.Actor) error {
	return p.actOnRounds(c, who, p.Cfg.Reconcile.Stop)
}

func (p *Pages) actOnRounds(c echo.Context, who auth.Actor, act func(context.Context, auth.Actor, string) error) error {
	err := act(c.Request().Context(), who, front.RequestID(c))
	if fault.KindOf(err) == fault.Conflict {
		return p.show(c, who, http.StatusConflict, fault.TextOf(err))
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, root)
}
