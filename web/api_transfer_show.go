package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiTransferShow is GET /api/v1/transfers/{id}.
func (s *Server) apiTransferShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewTransfer, "transfer", id); err != nil {
		return err
	}
	var view transferView
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readTransfer(r, id); err != nil {
			return err
		}
		if view.beside.history, err = s.past.read(r, s.Now()); err != nil {
			return err
		}
		return s.readLens(r, &view)
	})
	if err != nil {
		return err
	}
	s.want(view)
	return front.OKJSON(c, transferJSON(view, s.composeView(view, s.CompanyFace()), s.catalogue()))
}
