package playbook

import (
	"net/url"
	"strconv"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// page makes the page of a card.
func (p *Pages) page(frame templates.Frame, v view, face front.Face) templates.ReasonPage {
	ask, cards := v.card.ask, p.cards()
	page := templates.ReasonPage{Frame: frame, Code: ask.code, Kind: ask.kind, Card: writing(cards, ask), Known: v.card.known,
		Builtin: p.hasBuiltin(ask), With: p.cardTransfers(v, face)}
	page.Title = page.Card.Title + " · Playbook"
	if ask.kind == reason.OfCase {
		page.Mark, page.Edited = cards.Case(ask.code).Mark, cardEdited(cards.Case(ask.code).Edited, face)
	} else {
		page.Mark, page.Edited = cards.Failure(ask.code).Mark, cardEdited(cards.Failure(ask.code).Edited, face)
	}
	if v.other {
		page.Other = deedPath(otherKind(ask.kind), ask.code, "", nil)
	}
	page.Previews = p.previews(cards, ask.kind, ask.code, face)
	for i, version := range v.card.versions {
		page.Versions = append(page.Versions, cardVersion(ask, version, i == 0, face))
	}
	if len(page.Versions) > 0 {
		page.Compare = p.compareForm(v.card, v.card.newest().Version-1, v.card.newest().Version, face)
	}
	return page
}

// previews tells what a customer reads of a card in the situations in which it is used.
func (p *Pages) previews(cards reason.Catalogue, kind reason.Kind, code string, face front.Face) []templates.CardPreview {
	var all []templates.CardPreview
	for _, one := range answer.Previews(cards, kind, code, p.Cfg.Funding, face.Now, p.Cfg.Company) {
		all = append(all, templates.CardPreview(one))
	}
	return all
}

// cardTransfers are the transfers that had a code, newest first.
func (p *Pages) cardTransfers(v view, face front.Face) templates.CardTransfers {
	path := templates.ReasonPath(v.card.ask.kind, v.card.ask.code)
	t := templates.CardTransfers{Recent: strconv.FormatInt(v.recent, 10), Ever: strconv.FormatInt(v.card.ever, 10), Partial: p.Cfg.Projector.Upgrading(),
		Rows: v.rows, Count: transfersText(v.listed)}
	for i, coded := range v.page.Rows {
		t.Rows[i].Since = face.At(coded.At)
	}
	t.Empty = templates.Empty{Kind: templates.NothingYet, Title: "No transfer had it yet", Text: "As far as events have told us."}
	if !v.since.IsZero() {
		t.Since, t.Clear = face.At(v.since.Truncate(time.Hour)).Full, path
		t.Empty = templates.Empty{Kind: templates.NothingMatches, Title: "No transfer had it since then", Text: "Some may have had it before.", Clear: path}
	} else if v.recent > 0 && v.recent < v.card.ever {
		t.Month = deedPath(v.card.ask.kind, v.card.ask.code, "", url.Values{"since": {face.Now.Add(-month).Format(time.RFC3339)}})
	}
	return t
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
