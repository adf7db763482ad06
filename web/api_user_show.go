package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiUserShow is GET /api/v1/users/{id}.
func (s *Server) apiUserShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "user")
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewUser, "user", id); err != nil {
		return err
	}
	var view userView
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		view, err = readUserView(r, id)
		return err
	})
	if err != nil {
		return err
	}
	return front.OKJSON(c, s.userJSON(view, s.Now()))
}
