package web

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// workWrong shows the transfer's page once more with what is wrong, and with what was
// typed.
func (s *Server) workWrong(c echo.Context, ask workAsk, wrong templates.FieldError) error {
	if err := s.RecordView(c, ask.who, auth.ViewTransfer, "transfer", ask.on.Transfer); err != nil {
		return err
	}
	page := s.transferPage(s.Frame(c, ask.who, templates.NavNone, ask.feed), ask.who, ask.view, ask.face)
	page.Card.Caller = templates.Caller{Of: templates.OfPayment, Path: "/transfers/" + page.ID}
	if ask.view.facts.Inbound != nil {
		page.Card.Caller.Of = templates.OfIncoming
	}
	page.Work.Errors = []templates.FieldError{placed(wrong, page.Work)}
	page.Work.Outcome, page.Work.Remark = front.Clipped(ask.form.Get("outcome")), front.Clipped(ask.form.Get("remark"))
	if day := ask.form.Get("day"); wrong.Field == "day" && day != "" {
		page.Work.Day = front.Clipped(day)
	}
	page.Toast = &templates.Toast{Text: wrong.Text, Tone: answer.Problem}
	page.Title = "Not done: " + page.Title
	cite(&page)
	return s.Render(c, http.StatusUnprocessableEntity, templates.TransferShow(page))
}

// placed is what is wrong beside the field that it is about: the remark has no form of
// its own, and a resolved transfer has no fields at all.
func placed(wrong templates.FieldError, w templates.Work) templates.FieldError {
	switch {
	case w.Resolved != nil:
		wrong.Field = "form"
	case wrong.Field == "outcome" && strings.Contains(wrong.Text, "remark"):
		wrong.Field = "remark"
	}
	return wrong
}
