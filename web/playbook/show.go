package playbook

import (
	"net/http"
	"net/url"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// codedPerPage is how many transfers a card's page lists.
const codedPerPage = 20

// view is one card with everything that its page shows.
type view struct {
	card   cardThere
	other  bool
	recent int64
	listed int64 // how many the list has in all
	since  time.Time
	page   store.Page[store.CodedTransfer]
	rows   []templates.TransferRow
	feed   *templates.Feed
}

// Show is /reasons/{code}: one card, the transfers that had it, its versions.
func (p *Pages) Show(c echo.Context, who auth.Actor) error {
	ask, err := pathCard(c, c.QueryParam("kind"))
	if err != nil {
		return err
	}
	return p.show(c, who, http.StatusOK, ask, nil)
}

// show prints the page; wrong is a form on it that could not be taken.
func (p *Pages) show(c echo.Context, who auth.Actor, status int, ask cardAsk, wrong *restoreWrong) error {
	since, err := sinceMoment(c.QueryParam("since"))
	if err != nil {
		return err
	}
	face := p.Face(who)
	var v view
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		v, err = p.read(r, ask, since, c.QueryParam("cursor"), face)
		return err
	})
	if err != nil {
		return err
	}
	page := p.page(p.Frame(c, who, templates.NavPlaybook, v.feed), v, face)
	page.With.Pager = front.FilterPager("/reasons/"+url.PathEscape(v.card.ask.code), c.QueryParams(), v.page.Next)
	if who.May(auth.EditPlaybook) {
		page.Edit = editPath(page.Kind, page.Code)
	}
	if who.May(auth.RestorePlaybook) {
		page.Restore = p.restoreForm(v.card, face, wrong)
	}
	return p.Render(c, status, templates.ReasonShow(page))
}

// read reads a card and the transfers that had it.
func (p *Pages) read(r *store.Reader, ask cardAsk, since time.Time, cursor string, face front.Face) (v view, err error) {
	if v.card, v.other, err = p.findCard(r, ask); err != nil {
		return v, err
	}
	if !v.card.there() {
		return v, fault.New(fault.NotFound, "There is no such code. No event has brought it, and it has no card; look in the playbook.")
	}
	kind, code := store.CodeKind(v.card.ask.kind), v.card.ask.code
	if v.recent, err = r.CountWithCode(kind, code, face.Now.Add(-month)); err != nil {
		return v, err
	}
	v.since = since
	if v.listed, err = r.CountWithCode(kind, code, since); err != nil {
		return v, err
	}
	if v.page, err = r.LastWithCode(kind, code, since, cursor, codedPerPage); err != nil {
		return v, err
	}
	var had []transfer.Facts
	for _, coded := range v.page.Rows {
		had = append(had, coded.Facts)
	}
	if v.rows, err = p.transfers(r, had, face); err != nil {
		return v, err
	}
	v.feed, err = front.ReadFeed(r, face)
	return v, err
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
