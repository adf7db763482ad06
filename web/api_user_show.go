package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// apiUserShow is GET /api/v1/users/{id}.
func (s *Server) apiUserShow(c echo.Context, who auth.Actor) error {
	id, err := pathID(c, "user")
	if err != nil {
		return err
	}
	if err := s.recordView(c, who, auth.ViewUser, "user", id); err != nil {
		return err
	}
	var view userView
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		view, err = readUserView(r, id)
		return err
	})
	if err != nil {
		return err
	}
	return okJSON(c, s.userJSON(view, s.now()))
}
