package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/live"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/event"
	"transferdesk/web/front"
)

// userShow is /users/{user_id}: can they use the account, until when, and why not.
func (s *Server) userShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "user")
	if err != nil {
		return err
	}
	caller, err := front.CallerOf(c, templates.OfAccount)
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewUser, "user", id); err != nil {
		return err
	}
	face := s.Face(who)
	var view userView
	var feed *templates.Feed
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readUserView(r, id); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := s.userPage(s.Frame(c, who, templates.NavNone, feed), view, face)
	s.GoLive(c, &page.Frame, live.User(id))
	page.Account.Caller = caller
	return s.OK(c, templates.UserShow(page))
}

func (s *Server) userPage(frame templates.Frame, v userView, face front.Face) templates.UserPage {
	page := templates.UserPage{
		Frame:   frame,
		User:    front.IDText(v.facts.User),
		Linked:  s.linked(v, face),
		Account: s.account(v.facts, face),
		History: accountHistory(v.facts, face),
		Kept:    event.Rows(v.kept, face),
		Flights: s.flights(v.flights, s.decidesForUser(v, face), face),
	}
	if refused, is := tokenRefused(v.facts, v.token, face); is {
		page.Refused = &refused
	}
	if len(v.entries) > 0 {
		page.Who = whoIs(v.entries[0], v.entries)
	}
	page.Title = page.Account.Headline + " · User " + page.User
	return page
}
