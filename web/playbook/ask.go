package playbook

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// cardAsk is which card a request is about.
type cardAsk struct {
	kind reason.Kind // empty until it is known
	code string
}

// pathCard reads the card that the path and kind name. What is for compliance alone
// has no page.
func pathCard(c echo.Context, kind string) (cardAsk, error) {
	code, err := front.PathText(c, "code")
	if err != nil {
		return cardAsk{}, err
	}
	if code == reason.LockedCode || reason.IsLocked(code) {
		return cardAsk{}, fault.New(fault.NotFound, "This is handled by compliance. The playbook says nothing of it.")
	}
	if !reason.CanHaveCard(code) {
		return cardAsk{}, fault.New(fault.NotFound, "There is no such code. Codes have 1 to 100 characters, all of which can be seen.")
	}
	switch ask := (cardAsk{kind: reason.Kind(kind), code: code}); ask.kind {
	case reason.OfCase:
		ask.code = strings.ToLower(code)
		return ask, nil
	case reason.OfFailure, "":
		return ask, nil
	}
	return cardAsk{}, fault.New(fault.Invalid, "There is no such kind of code: kind is failure or case.")
}

// formCard reads which card a form changes, and the version that it was made from.
func formCard(c echo.Context, form url.Values) (ask cardAsk, based int64, err error) {
	if ask, err = pathCard(c, form.Get("kind")); err != nil {
		return ask, 0, err
	}
	if ask.kind == "" {
		return ask, 0, fault.New(fault.Invalid, "The form must say which kind of code it is about.")
	}
	based, err = versionNumber(form.Get("based"))
	return ask, based, err
}

// cardThere is what is known of one code as one kind.
type cardThere struct {
	ask      cardAsk
	known    bool // it has a card
	ever     int64
	versions []store.PlaybookVersion // the newest first
}

// there says whether the code has a page as this kind.
func (t cardThere) there() bool { return t.known || t.ever > 0 || len(t.versions) > 0 }

// newest is the version that counts; zero when nobody has written on the card.
func (t cardThere) newest() store.PlaybookVersion {
	if len(t.versions) == 0 {
		return store.PlaybookVersion{}
	}
	return t.versions[0]
}

// readCard reads one code as one kind.
func (p *Pages) readCard(r *store.Reader, ask cardAsk) (t cardThere, err error) {
	t = cardThere{ask: ask, known: p.hasCard(ask.kind, ask.code)}
	if t.ever, err = r.CountWithCode(store.CodeKind(ask.kind), ask.code, time.Time{}); err != nil {
		return t, err
	}
	t.versions, err = r.PlaybookVersions(ask.kind, ask.code)
	return t, err
}

// findCard reads a code as the kind that was asked for, else as the one that it is;
// a failure comes first where it is both. other says that it is of the other kind too.
func (p *Pages) findCard(r *store.Reader, ask cardAsk) (t cardThere, other bool, err error) {
	failure, err := p.readCard(r, cardAsk{reason.OfFailure, ask.code})
	if err != nil {
		return t, false, err
	}
	held, err := p.readCard(r, cardAsk{reason.OfCase, strings.ToLower(ask.code)})
	if err != nil {
		return t, false, err
	}
	if ask.kind == reason.OfCase || ask.kind == "" && !failure.there() && held.there() {
		return held, failure.there(), nil
	}
	return failure, held.there(), nil
}

// writing is what stands on the card of a code.
func writing(cards reason.Catalogue, ask cardAsk) reason.Writing {
	if ask.kind == reason.OfCase {
		return cards.Case(ask.code).Writing()
	}
	return cards.Failure(ask.code).Writing()
}

// writingOf is what stood on a card in one of its versions; 0 is the built-in card.
// A code without one had nothing on it.
func (p *Pages) writingOf(t cardThere, version int64) (reason.Writing, bool) {
	builtin := reason.Writing{}
	if p.hasBuiltin(t.ask) {
		builtin = writing(p.cards().Builtin(), t.ask)
	}
	for _, v := range t.versions {
		if v.Version == version && !v.Builtin {
			return v.Edit().Writing, true
		} else if v.Version == version {
			return builtin, true
		}
	}
	return builtin, version == 0
}

// hasBuiltin says whether the product comes with a card for the code.
func (p *Pages) hasBuiltin(ask cardAsk) bool {
	if ask.kind == reason.OfCase {
		return p.cards().Builtin().Case(ask.code).Known
	}
	return p.cards().Builtin().Failure(ask.code).Known
}

// editPath is where a card is edited.
func editPath(kind reason.Kind, code string) string {
	return deedPath(kind, code, "/edit", nil)
}

// deedPath is an address below that of a card.
func deedPath(kind reason.Kind, code, deed string, query url.Values) string {
	if query == nil {
		query = url.Values{}
	}
	query.Set("kind", string(kind))
	return "/reasons/" + url.PathEscape(code) + deed + "?" + query.Encode()
}

// versionNumber reads the number of a version; 0 is the built-in card.
func versionNumber(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 {
		return 0, fault.New(fault.Invalid, "The form is not complete. Open the card again.")
	}
	return n, nil
}

// cardBack is the page of a card.
func cardBack(ask cardAsk) string { return templates.ReasonPath(ask.kind, ask.code) }
