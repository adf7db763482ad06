package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/store"
	"transferdesk/templates"
)

// userShow is /users/{user_id}: can they use the account, until when, and why not.
func (s *Server) userShow(c echo.Context, who auth.Actor) error {
	id, err := pathID(c, "user")
	if err != nil {
		return err
	}
	if err := s.recordView(c, who, auth.ViewUser, "user", id); err != nil {
		return err
	}
	face := s.face()
	var facts customer.UserFacts
	var feed *templates.Feed
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if facts, err = r.User(id); err != nil {
			return err
		}
		feed, err = readFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	return s.ok(c, templates.UserShow(s.userPage(s.frame(c, who, templates.NavNone, feed), facts, face)))
}

func (s *Server) userPage(frame templates.Frame, f customer.UserFacts, face clockface) templates.UserPage {
	page := templates.UserPage{
		Frame:   frame,
		User:    idText(f.User),
		Account: s.account(f, face),
		History: accountHistory(f, face),
	}
	page.Title = page.Account.Headline + " · User " + page.User
	return page
}
