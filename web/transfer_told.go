package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// transferTold is /transfers/{id}/wise: the parts of a transfer's page that asking
// Wise's API changes, for the page to refresh itself. What one
// answer makes worth asking is asked.
func (s *Server) transferTold(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	if err := s.RefreshView(c, who, auth.ViewTransfer, "transfer", id); err != nil {
		return err
	}
	face := s.Face(who)
	view, health, err := s.readTransferPage(c, id, face)
	if err != nil {
		return err
	}
	s.want(view)
	page := s.transferPage(s.Frame(c, who, templates.NavNone, health), who, view, face)
	cite(&page)
	return s.OK(c, templates.TransferTold(page))
}
