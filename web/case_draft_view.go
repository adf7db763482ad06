package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// draftOf drafts the case about a transfer.
func (s *Server) draftOf(c echo.Context, id int64) (answer.CaseDraft, error) {
	var view transferView
	err := s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		view, err = readTransfer(r, id)
		return err
	})
	if err != nil {
		return answer.CaseDraft{}, err
	}
	return s.draft(view), nil
}

func (s *Server) draft(v transferView) answer.CaseDraft {
	return answer.DraftCase(v.facts, s.composeView(v, s.CompanyFace()).Code, payoutReference(v))
}

// payoutReference is what a payment can be found by at banks, where it is known.
func payoutReference(v transferView) string {
	for _, thing := range v.things {
		if thing.Kind == activity.SwiftCredit && thing.Detail.Swift != nil && thing.Detail.Swift.UETR != "" {
			return "UETR " + thing.Detail.Swift.UETR
		}
	}
	if sent, known := v.facts.LastSent(); v.told.payout.Known && known && !v.told.payout.At.Before(sent.At) {
		return openText(v.told.payout.Value.Reference)
	}
	return ""
}

func (s *Server) showDraft(c echo.Context, who auth.Actor, id int64, status int, wrong *draftWrong) error {
	if err := s.RecordView(c, who, auth.ViewTransfer, "transfer", id); err != nil {
		return err
	}
	face := s.Face(who)
	view, health, err := s.readTransferPage(c, id, face)
	if err != nil {
		return err
	}
	a, draft := s.composeView(view, face), s.draft(view)
	page := templates.CaseDraftPage{
		Frame: s.Frame(c, who, templates.NavCases, health), ID: front.IDText(id), Profile: front.IDText(view.facts.Profile), Named: view.identity.named(),
		Headline: a.Headline.Text, Tag: templates.StageTag(a.Tag, a.Tone, a.Stage),
		Refusal: s.cannotOpenCase(view), Earlier: s.ourCaseCards(view.ourCases, face),
		Form: templates.CaseForm{Number: atwise.NewCaseNumber(id), Subject: draft.Subject, Description: draft.Description,
			MostText: atwise.MaxCaseText},
	}
	page.Title = "Ask Wise about transfer " + page.ID
	if wrong != nil {
		page.Form.Number, page.Form.Subject, page.Form.Description = wrong.number, front.Clipped(wrong.form.Get("subject")), kept(wrong.form.Get("description"))
		page.Form.Errors = []templates.FieldError{{Field: wrong.field, Text: wrong.text}}
	}
	return s.Render(c, status, templates.CaseDraftShow(page))
}

// cannotOpenCase says why no case can be opened about a transfer; empty: one can.
func (s *Server) cannotOpenCase(v transferView) string {
	if !s.Cfg.Wise.Application() {
		return "No case can be opened from here: Transferdesk has no client credentials of Wise’s API. An admin can set --wise-client-id and --wise-client-secret."
	}
	if len(v.identity.Links.Users()) == 0 {
		return "No case can be opened from here: no Wise user is linked to this customer, and Wise asks for one. A lead can link a user on the customer’s page."
	}
	return ""
}

// caseAction is the button on the transfer's page.
func (s *Server) caseAction(v transferView) templates.Action {
	return templates.Action{ID: "case", Label: "Open a case…", Icon: templates.IconCase,
		Href: "/transfers/" + front.IDText(v.facts.Transfer) + "/case", Why: s.cannotOpenCase(v)}
}
