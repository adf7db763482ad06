package playbook

import (
	"net/url"
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// Compare is /reasons/{code}/compare: two versions, field by field.
func (p *Pages) Compare(c echo.Context, who auth.Actor) error {
	ask, err := pathCard(c, c.QueryParam("kind"))
	if err != nil {
		return err
	}
	from, err := versionNumber(c.QueryParam("from"))
	if err != nil {
		return err
	}
	to, err := versionNumber(c.QueryParam("to"))
	if err != nil {
		return err
	}
	face := p.Face(who)
	var card cardThere
	var feed *templates.Feed
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if card, _, err = p.findCard(r, ask); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	before, known := p.writingOf(card, from)
	after, alsoKnown := p.writingOf(card, to)
	if !known || !alsoKnown {
		return fault.New(fault.NotFound, "There is no such version of this card.")
	}
	page := templates.ComparePage{Frame: p.Frame(c, who, templates.NavPlaybook, feed), Code: card.ask.code, Back: cardBack(card.ask),
		From: p.versionName(card, from, face), To: p.versionName(card, to, face),
		Fields: cardChanges(card.ask.kind, before, after), Compare: *p.compareForm(card, from, to, face)}
	page.Title = "What changed · " + card.ask.code
	return p.OK(c, templates.CardCompare(page))
}

// compareForm chooses two versions, with these chosen.
func (p *Pages) compareForm(t cardThere, from, to int64, face front.Face) *templates.CompareForm {
	return &templates.CompareForm{Action: "/reasons/" + url.PathEscape(t.ask.code) + "/compare", Kind: t.ask.kind,
		From: p.versionOptions(t, from, face), To: p.versionOptions(t, to, face)}
}

// versionOptions are all versions, the newest first, and the built-in card.
func (p *Pages) versionOptions(t cardThere, chosen int64, face front.Face) []templates.SelectOption {
	var options []templates.SelectOption
	for _, v := range t.versions {
		options = append(options, templates.SelectOption{Value: strconv.FormatInt(v.Version, 10), Text: p.versionName(t, v.Version, face), Chosen: v.Version == chosen})
	}
	return append(options, templates.SelectOption{Value: "0", Text: p.versionName(t, 0, face), Chosen: chosen == 0})
}

// versionName names a version in a line.
func (p *Pages) versionName(t cardThere, version int64, face front.Face) string {
	for _, v := range t.versions {
		if v.Version == version {
			return "Version " + strconv.FormatInt(v.Version, 10) + ", " + v.By.Name + ", " + face.At(v.At).Short
		}
	}
	if p.hasBuiltin(t.ask) {
		return "The built-in card"
	}
	return "No card"
}

// cardVersion makes one version of the history ready for print.
func cardVersion(ask cardAsk, v store.PlaybookVersion, current bool, face front.Face) templates.CardVersion {
	e := v.Edit()
	out := templates.CardVersion{Edited: *cardEdited(&e.Edited, face), What: versionWhat(e), Current: current}
	out.Diff = deedPath(ask.kind, ask.code, "/compare", map[string][]string{
		"from": {strconv.FormatInt(v.Version-1, 10)}, "to": {strconv.FormatInt(v.Version, 10)}})
	return out
}

// versionWhat says what a version was.
func versionWhat(e reason.Edit) string {
	switch {
	case e.Builtin:
		return "back to the built-in card"
	case e.Unreadable:
		return "cannot be read; nothing of it goes out"
	}
	return "written"
}

// cardChanges are the fields that differ, in the order of the form.
func cardChanges(kind reason.Kind, before, after reason.Writing) []templates.CardChange {
	a, b := before.Tidy(), after.Tidy()
	who, acts := "New payment: who", "What to ask for or to do"
	if kind == reason.OfCase {
		who = "Who acts"
	}
	all := []templates.CardChange{
		{Label: "Title", Before: a.Title, After: b.Title},
		{Label: "Meaning", Before: a.Meaning, After: b.Meaning},
		{Label: "Money now", Before: whoText(a.MoneyNow), After: whoText(b.MoneyNow)},
		{Label: who, Before: whoText(a.Who), After: whoText(b.Who)},
		{Label: acts, Before: a.Ask, After: b.Ask},
		{Label: "The fix in one sentence", Before: a.Fix, After: b.Fix},
		{Label: "Pay again?", Before: retryText(a.Retry), After: retryText(b.Retry)},
		{Label: "How open", Before: openWord(a), After: openWord(b)},
		{Label: "The cause for the customer", Before: a.CustomerWhy, After: b.CustomerWhy},
		{Label: "What the customer should have ready", Before: a.CustomerNext, After: b.CustomerNext},
		{Label: "The sentence for the customer", Before: a.CustomerText, After: b.CustomerText},
		{Label: "Desk note", Before: a.DeskNote, After: b.DeskNote},
	}
	var differ []templates.CardChange
	for _, f := range all {
		if f.Before != f.After {
			differ = append(differ, f)
		}
	}
	return differ
}

// whoText names a party; empty where none stands.
func whoText(w reason.Who) string {
	if w == "" {
		return ""
	}
	return templates.CardWho(w)
}

// retryText is the answer to "pay again?"; empty where none stands.
func retryText(r reason.Retry) string {
	if r == "" {
		return ""
	}
	return templates.CardRetry(r)
}

// openWord says how open a writing is; empty where nothing was written.
func openWord(w reason.Writing) string {
	if w.Title == "" {
		return ""
	}
	return templates.CardOpenness(w.Openness)
}
