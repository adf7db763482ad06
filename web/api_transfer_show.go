package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// apiTransferShow is GET /api/v1/transfers/{id}.
func (s *Server) apiTransferShow(c echo.Context, who auth.Actor) error {
	id, err := pathID(c, "transfer")
	if err != nil {
		return err
	}
	if err := s.recordView(c, who, auth.ViewTransfer, "transfer", id); err != nil {
		return err
	}
	var view transferView
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readTransfer(r, id); err != nil {
			return err
		}
		if view.beside.history, err = s.past.read(r, s.now()); err != nil {
			return err
		}
		return s.readLens(r, &view)
	})
	if err != nil {
		return err
	}
	s.want(view)
	return okJSON(c, transferJSON(view, s.composeView(view, s.companyFace()), s.catalogue()))
}
