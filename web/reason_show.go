package web

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
)

// codedPerPage is how many transfers a card's page lists.
const codedPerPage = 20

// reasonView is one card with everything that its page shows.
type reasonView struct {
	card   cardThere
	other  bool
	recent int64
	listed int64 // how many the list has in all
	since  time.Time
	page   store.Page[store.CodedTransfer]
	facts  []transfer.Facts
	names  map[int64]string
	beside beside
	feed   *templates.Feed
}

// reasonShow is /reasons/{code}: one card, the transfers that had it, its versions.
func (s *Server) reasonShow(c echo.Context, who auth.Actor) error {
	ask, err := pathCard(c, c.QueryParam("kind"))
	if err != nil {
		return err
	}
	return s.showReason(c, who, http.StatusOK, ask, nil)
}

// showReason prints the page; wrong is a form on it that could not be taken.
func (s *Server) showReason(c echo.Context, who auth.Actor, status int, ask cardAsk, wrong *restoreWrong) error {
	since, err := sinceMoment(c.QueryParam("since"))
	if err != nil {
		return err
	}
	face := s.face()
	var view reasonView
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		view, err = s.readReason(r, ask, since, c.QueryParam("cursor"), face)
		return err
	})
	if err != nil {
		return err
	}
	page := s.reasonPage(s.frame(c, who, templates.NavPlaybook, view.feed), view, face)
	page.With.Pager = filterPager("/reasons/"+url.PathEscape(view.card.ask.code), c.QueryParams(), view.page.Next)
	if who.May(auth.EditPlaybook) {
		page.Edit = reasonEditPath(page.Kind, page.Code)
	}
	if who.May(auth.RestorePlaybook) {
		page.Restore = s.restoreForm(view.card, face, wrong)
	}
	return s.render(c, status, templates.ReasonShow(page))
}

// readReason reads a card and the transfers that had it.
func (s *Server) readReason(r *store.Reader, ask cardAsk, since time.Time, cursor string, face clockface) (v reasonView, err error) {
	if v.card, v.other, err = s.findCard(r, ask); err != nil {
		return v, err
	}
	if !v.card.there() {
		return v, fault.New(fault.NotFound, "There is no such code. No event has brought it, and it has no card; look in the playbook.")
	}
	kind, code := store.CodeKind(v.card.ask.kind), v.card.ask.code
	if v.recent, err = r.CountWithCode(kind, code, face.now.Add(-playbookMonth)); err != nil {
		return v, err
	}
	v.since = since
	if v.listed, err = r.CountWithCode(kind, code, since); err != nil {
		return v, err
	}
	if v.page, err = r.LastWithCode(kind, code, since, cursor, codedPerPage); err != nil {
		return v, err
	}
	for _, coded := range v.page.Rows {
		v.facts = append(v.facts, coded.Facts)
	}
	if v.names, err = readNames(r, v.facts); err != nil {
		return v, err
	}
	if v.beside, err = readBeside(r, v.facts); err != nil {
		return v, err
	}
	v.feed, err = readFeed(r, face)
	return v, err
}

// reasonPage makes the page of a card.
func (s *Server) reasonPage(frame templates.Frame, v reasonView, face clockface) templates.ReasonPage {
	ask, cards := v.card.ask, s.catalogue()
	page := templates.ReasonPage{Frame: frame, Code: ask.code, Kind: ask.kind, Card: writing(cards, ask), Known: v.card.known,
		Builtin: s.hasBuiltin(ask), With: s.cardTransfers(v, face)}
	page.Title = page.Card.Title + " · Playbook"
	if ask.kind == reason.OfCase {
		page.Mark, page.Edited = cards.Case(ask.code).Mark, cardEdited(cards.Case(ask.code).Edited, face)
	} else {
		page.Mark, page.Edited = cards.Failure(ask.code).Mark, cardEdited(cards.Failure(ask.code).Edited, face)
	}
	if v.other {
		page.Other = reasonDeedPath(otherKind(ask.kind), ask.code, "", nil)
	}
	for _, p := range answer.Previews(cards, ask.kind, ask.code, s.cfg.Funding, face.now, s.cfg.Company) {
		page.Previews = append(page.Previews, templates.CardPreview(p))
	}
	for i, version := range v.card.versions {
		page.Versions = append(page.Versions, cardVersion(ask, version, i == 0, face))
	}
	if len(page.Versions) > 0 {
		page.Compare = s.compareForm(v.card, v.card.newest().Version-1, v.card.newest().Version, face)
	}
	return page
}

// cardTransfers are the transfers that had a code, newest first.
func (s *Server) cardTransfers(v reasonView, face clockface) templates.CardTransfers {
	path := templates.ReasonPath(v.card.ask.kind, v.card.ask.code)
	t := templates.CardTransfers{Recent: strconv.FormatInt(v.recent, 10), Ever: strconv.FormatInt(v.card.ever, 10), Partial: s.cfg.Projector.Upgrading(),
		Rows: withNames(s.rows(v.facts, v.beside, face), v.facts, v.names), Count: transfersText(v.listed)}
	for i, coded := range v.page.Rows {
		t.Rows[i].Since = face.at(coded.At)
	}
	t.Empty = templates.Empty{Kind: templates.NothingYet, Title: "No transfer had it yet", Text: "As far as events have told us."}
	if !v.since.IsZero() {
		t.Since, t.Clear = face.at(v.since.Truncate(time.Hour)).Full, path
		t.Empty = templates.Empty{Kind: templates.NothingMatches, Title: "No transfer had it since then", Text: "Some may have had it before.", Clear: path}
	} else if v.recent > 0 && v.recent < v.card.ever {
		t.Month = reasonDeedPath(v.card.ask.kind, v.card.ask.code, "", url.Values{"since": {face.now.Add(-playbookMonth).Format(time.RFC3339)}})
	}
	return t
}

// sinceMoment reads since=2026-11-20T10:00:00Z; empty is the zero time.
func sinceMoment(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{}, fault.Wrap(fault.Invalid, "A time is written like 2026-11-20T10:00:00Z.", err)
	}
	return at.UTC(), nil
}

// otherKind is the kind that this one is not.
func otherKind(kind reason.Kind) reason.Kind {
	if kind == reason.OfCase {
		return reason.OfFailure
	}
	return reason.OfCase
}

// transfersText counts transfers in words.
func transfersText(n int64) string {
	if n == 1 {
		return "1 transfer"
	}
	return strconv.FormatInt(n, 10) + " transfers"
}
