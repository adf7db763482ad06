package web

import (
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
)

// recordView writes who is about to see which thing; without that record the
// page is not shown (fault.Unavailable). kind is transfer, profile, user or event.
func (s *Server) recordView(c echo.Context, who auth.Actor, act auth.Act, kind string, id int64) error {
	return audit.View(c.Request().Context(), s.cfg.DB, s.cfg.Wall, who, audit.Entry{
		Act: act, SubjectKind: kind, SubjectID: strconv.FormatInt(id, 10), RequestID: requestID(c),
	})
}

// enter checks the route's right before its handler runs; a refusal is recorded.
func (s *Server) enter(c echo.Context, r route, who auth.Actor) error {
	entry := audit.Entry{Act: r.act, RequestID: requestID(c), Detail: r.method + " " + r.path}
	if err := audit.Allow(c.Request().Context(), s.cfg.DB, s.cfg.Wall, who, entry); err != nil {
		return err
	}
	return r.handle(c, who)
}
