package web

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/web/front"
)

// reconciliationRun begins a round at once.
func (s *Server) reconciliationRun(c echo.Context, who auth.Actor) error {
	return s.actOnRounds(c, who, s.Cfg.Reconcile.Start)
}

// reconciliationStop ends the one that runs.
func (s *Server) reconciliationStop(c echo.Context, who auth.Actor) error {
	return s.actOnRounds(c, who, s.Cfg.Reconcile.Stop)
}

func (s *Server) actOnRounds(c echo.Context, who auth.Actor, act func(context.Context, auth.Actor, string) error) error {
	err := act(c.Request().Context(), who, front.RequestID(c))
	if fault.KindOf(err) == fault.Conflict {
		return s.showReconciliation(c, who, http.StatusConflict, fault.TextOf(err))
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, reconciliationPath)
}
