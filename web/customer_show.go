package web

import (
	"fmt"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/live"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/event"
	"transferdesk/web/front"
)

// customerShow is /customers/{profile_id}: open problems first, then everything.
func (s *Server) customerShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "profile")
	if err != nil {
		return err
	}
	caller, err := front.CallerOf(c, templates.OfAccount)
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewCustomer, "profile", id); err != nil {
		return err
	}
	ask := customerAsk{profile: id, transfers: c.QueryParam("cursor"), movements: c.QueryParam("movements")}
	page, err := s.readCustomerPage(c, who, ask)
	if err != nil {
		return err
	}
	page.Account.Ask(caller)
	return s.OK(c, templates.CustomerShow(page))
}

// readCustomerPage reads and builds the page; its view must have been recorded.
func (s *Server) readCustomerPage(c echo.Context, who auth.Actor, ask customerAsk) (templates.CustomerPage, error) {
	face := s.Face(who)
	var view customerView
	var feed *templates.Feed
	err := s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readCustomer(r, ask); err != nil {
			return err
		}
		if err = s.readCustomerLens(r, &view); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return templates.CustomerPage{}, err
	}
	s.wantProfile(ask.profile, view.whose, view.identity)
	page := s.customerPage(s.Frame(c, who, templates.NavNone, feed), ask, view, face)
	page.Transfers = view.beside.hands.on(page.Transfers, view.transfers.Rows, who, "")
	s.Meet(c, who, &page.Frame, live.Profile(ask.profile), view.identity.topics(0)...)
	page.Links.Form = linkFormFor(who, view)
	return page, nil
}

func (s *Server) customerPage(frame templates.Frame, ask customerAsk, v customerView, face front.Face) templates.CustomerPage {
	path := "/customers/" + front.IDText(ask.profile)
	page := templates.CustomerPage{
		Frame:     frame,
		Profile:   front.IDText(ask.profile),
		Who:       v.identity.who(),
		Links:     v.identity.linkSection(face),
		First:     face.At(v.profile.HeardFrom),
		Transfers: s.rows(v.transfers.Rows, v.beside, face),
		Pager:     front.Pager(path, "cursor", v.transfers.Next, ask.transfers),
		Movements: moneyCards(v.money, face),
		More:      front.Pager(path, "movements", v.money.next, ask.movements),
		Kept:      event.Rows(v.kept, face),
		OurCases:  s.ourCaseCards(v.ourCases, face),
	}
	page.Links.Asked = s.askedLine(ask.profile, v, face)
	page.Refused = refusedTokens(v.identity, v.tokens, face)
	page.Account = s.accountPair(v.identity, v.beside.of(ask.profile), face)
	page.Flights = s.flights(v.flights, s.decidesFor(v, face), face)
	incidents, _ := customerIncidents(v)
	page.Incidents, page.Earlier = s.incidentBanner(incidents, face), earlierLines(v, face)
	page.Verified = s.verification(v.things, face)
	if ask.first() {
		s.addThings(&page, v, face)
	}
	page.Title = customerTitle(v, int64(len(page.Open))+page.MoreOpen)
	return page
}

// decidesFor gives the state of the account that decides for the customer.
func (s *Server) decidesFor(v customerView, face front.Face) func(int64) *answer.Account {
	both := s.accounts(v.identity.account(), v.beside.of(v.profile.ID), face)
	return func(int64) *answer.Account { return both.Decides }
}

// customerTitle begins with what matters: how much is open.
func customerTitle(v customerView, open int64) string {
	name := "Customer " + front.IDText(v.profile.ID)
	if known := v.identity.named(); known != "" {
		name = known + " · " + name
	}
	if open == 0 {
		return name
	}
	return fmt.Sprintf("%d open now · %s", open, name)
}
