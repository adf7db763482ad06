package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/feed"
	"transferdesk/store"
	"transferdesk/templates"
)

// transferTold is /transfers/{id}/wise: the parts of a transfer's page that asking
// Wise's API changes, for the page to refresh itself. What one
// answer makes worth asking is asked.
func (s *Server) transferTold(c echo.Context, who auth.Actor) error {
	id, err := pathID(c, "transfer")
	if err != nil {
		return err
	}
	if err := s.refreshView(c, who, auth.ViewTransfer, "transfer", id); err != nil {
		return err
	}
	face := s.face()
	var view transferView
	var health *templates.Feed
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readTransfer(r, id); err != nil {
			return err
		}
		health, err = readFeed(r, face, feed.OfTransfers()...)
		return err
	})
	if err != nil {
		return err
	}
	s.want(view)
	page := s.transferPage(s.frame(c, who, templates.NavNone, health), who, view, face)
	return s.ok(c, templates.TransferTold(page))
}
