package playbook

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/live"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// internalWord stands in forms for the openness whose word is empty.
const internalWord = "internal"

// maxCard is the largest form of a card in bytes: texts at their full length, each
// letter escaped, with room for what is too long and has to come back as it was typed.
const maxCard = 64 << 10

// Edit is GET /reasons/{code}/edit: the form, with the card as it is now. A
// code that never came can be given a card too.
func (p *Pages) Edit(c echo.Context, who auth.Actor) error {
	ask, err := pathCard(c, c.QueryParam("kind"))
	if err != nil {
		return err
	}
	return p.showEdit(c, who, http.StatusOK, ask, nil, nil)
}

// Save is POST /reasons/{code}: another version of the card. What cannot be
// taken comes back with what was typed, 422 for fields and 409 when somebody else was
// faster.
func (p *Pages) Save(c echo.Context, who auth.Actor) error {
	form, err := front.ReadFormOf(c, maxCard, "The card is larger than it can be. Nothing was changed.")
	if err != nil {
		return err
	}
	ask, based, err := formCard(c, form)
	if err != nil {
		return err
	}
	if form.Get("do") == "preview" {
		return p.showEdit(c, who, http.StatusOK, ask, form, nil)
	}
	err = p.Cfg.Desk.EditPlaybook(c.Request().Context(), who, front.RequestID(c), desk.CardChange{
		Kind: ask.kind, Code: ask.code, Based: based, Writing: formWriting(form), Note: form.Get("note"),
	})
	switch fault.KindOf(err) {
	case fault.Unprocessable:
		return p.showEdit(c, who, http.StatusUnprocessableEntity, ask, form, err)
	case fault.Conflict:
		return p.showEdit(c, who, http.StatusConflict, ask, form, err)
	}
	if err != nil {
		return err
	}
	p.reread(c.Request().Context())
	return c.Redirect(http.StatusSeeOther, cardBack(ask))
}

// formWriting reads what was written. An openness that is not chosen is none of ours.
func formWriting(form url.Values) reason.Writing {
	w := reason.Writing{
		Title: form.Get("title"), Meaning: form.Get("meaning"), MoneyNow: reason.Who(form.Get("money_now")), Who: reason.Who(form.Get("who")),
		Ask: form.Get("ask"), Fix: form.Get("fix"), Retry: reason.Retry(form.Get("retry")), Openness: reason.Openness(form.Get("openness")),
		CustomerWhy: form.Get("customer_why"), CustomerNext: form.Get("customer_next"), CustomerText: form.Get("customer_text"), DeskNote: form.Get("desk_note"),
	}
	switch w.Openness {
	case internalWord:
		w.Openness = reason.Internal
	case "":
		w.Openness = "none"
	}
	return w
}

// showEdit prints the form: with the card as it is, or with what was typed and why it
// could not be taken.
func (p *Pages) showEdit(c echo.Context, who auth.Actor, status int, ask cardAsk, form url.Values, wrong error) error {
	face := p.Face(who)
	var card cardThere
	var feed *templates.Feed
	err := p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if card, _, err = p.findCard(r, ask); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	ask = card.ask
	page := templates.CardEditPage{Frame: p.Frame(c, who, templates.NavPlaybook, feed), Code: ask.code, Kind: ask.kind, Known: card.known,
		Back: cardBack(ask), Action: "/reasons/" + url.PathEscape(ask.code), Based: strconv.FormatInt(card.newest().Version, 10),
		Form: writing(p.cards(), ask)}
	if !card.there() {
		page.Back = "/reasons"
	}
	if form != nil {
		p.keepTyped(&page, card, form, wrong, face)
	}
	page.Previews = p.editPreviews(page, face)
	page.Title = "Edit · " + ask.code
	p.Meet(c, who, &page.Frame, live.Reason(ask.code))
	page.Choose = choicesOf(ask.kind, page.Form)
	return p.Render(c, status, templates.CardEdit(page))
}
