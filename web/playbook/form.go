package playbook

import (
	"errors"
	"math"
	"net/url"

	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// keepTyped puts back what was typed, and says why it could not be taken. After a
// conflict the form is based on what is saved now, which the page shows.
func (p *Pages) keepTyped(page *templates.CardEditPage, card cardThere, form url.Values, wrong error, face front.Face) {
	page.Form, page.Note, page.Typed = clippedWriting(formWriting(form).For(card.ask.kind)), front.Clipped(form.Get("note")), true
	if wrong == nil {
		page.Based = form.Get("based")
		page.Errors = fieldErrors(page.Form.Tidy().Check(card.ask.kind))
		return
	}
	if fault.KindOf(wrong) != fault.Conflict {
		page.Based = form.Get("based")
		page.Errors = cardErrors(wrong)
		return
	}
	newest := card.newest()
	if newest.Version == 0 {
		page.Errors = cardErrors(wrong)
		return
	}
	e := newest.Edit()
	held, _ := p.writingOf(card, newest.Version)
	page.Theirs = &templates.CardConflict{Edited: *cardEdited(&e.Edited, face), What: versionWhat(e), Fields: cardChanges(card.ask.kind, held, page.Form)}
}

// cardErrors are the fields that cannot be taken, as the form shows them.
func cardErrors(wrong error) []templates.FieldError {
	var fields desk.WrongCard
	if !errors.As(wrong, &fields) {
		return []templates.FieldError{{Field: "form", Text: fault.TextOf(wrong)}}
	}
	return fieldErrors(fields)
}

// fieldErrors makes them ready for print.
func fieldErrors(fields []reason.Wrong) []templates.FieldError {
	var all []templates.FieldError
	for _, f := range fields {
		all = append(all, templates.FieldError{Field: f.Field, Text: f.Text})
	}
	return all
}

// editPreviews tells what a customer would read of what stands in the form; nothing
// while that cannot be taken.
func (p *Pages) editPreviews(page templates.CardEditPage, face front.Face) []templates.CardPreview {
	w := page.Form.Tidy()
	if len(w.Check(page.Kind)) > 0 {
		return nil
	}
	cards := p.cards().With([]reason.Edit{{Kind: page.Kind, Code: page.Code, Writing: w, Edited: reason.Edited{Version: math.MaxInt64}}})
	return p.previews(cards, page.Kind, page.Code, face)
}

// clippedWriting keeps what was typed within reason.
func clippedWriting(w reason.Writing) reason.Writing {
	for _, text := range []*string{&w.Title, &w.Meaning, &w.Ask, &w.Fix, &w.CustomerWhy, &w.CustomerNext, &w.CustomerText, &w.DeskNote} {
		*text = front.Clipped(*text)
	}
	return w
}

// choicesOf are the lists of the form, with what is chosen.
func choicesOf(kind reason.Kind, w reason.Writing) (c templates.CardChoices) {
	for _, who := range reason.MovesMoney() {
		c.MoneyNow = append(c.MoneyNow, templates.SelectOption{Value: string(who), Text: templates.CardWho(who), Chosen: who == w.MoneyNow})
	}
	for _, who := range reason.Acts(kind) {
		c.Who = append(c.Who, templates.SelectOption{Value: string(who), Text: templates.CardWho(who), Chosen: who == w.Who})
	}
	for _, retry := range reason.Retries() {
		c.Retry = append(c.Retry, templates.SelectOption{Value: string(retry), Text: templates.CardRetry(retry), Chosen: retry == w.Retry})
	}
	for _, o := range reason.Opennesses() {
		value := string(o)
		if o == reason.Internal {
			value = internalWord
		}
		c.Openness = append(c.Openness, templates.SelectOption{Value: value, Text: templates.CardOpenness(o), Chosen: o == w.Openness})
	}
	return c
}
