package web

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// caseDraft is GET /transfers/{id}/case: a question to Wise, drafted from what is
// known of the transfer.
func (s *Server) caseDraft(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	return s.showDraft(c, who, id, http.StatusOK, nil)
}

// caseOpen opens a support case at Wise. What Wise refused, or could not be asked,
// comes back as the draft with what was typed; a form that was sent before leads to
// what became of it.
func (s *Server) caseOpen(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	drafted, err := s.draftOf(c, id)
	if err != nil {
		return err
	}
	made, err := s.Cfg.AtWise.OpenCase(c.Request().Context(), who, front.RequestID(c), atwise.CaseAsk{
		Transfer: id, Number: form.Get("number"), Subject: form.Get("subject"), Description: form.Get("description"), Drafted: drafted.Subject,
	})
	switch {
	case fault.KindOf(err) == fault.Unprocessable:
		return s.showDraft(c, who, id, http.StatusUnprocessableEntity, &draftWrong{form, caseField(err), fault.TextOf(err), form.Get("number")})
	case fault.KindOf(err) == fault.Conflict:
		return c.Redirect(http.StatusSeeOther, s.whereCaseStands(c, form.Get("number"), id))
	case err != nil:
		return err
	case made.End.Result == store.AskRefused || made.End.Result == store.AskNotDone:
		return s.showDraft(c, who, id, http.StatusUnprocessableEntity, &draftWrong{form, "form", "No case was opened. " + made.End.Text, atwise.NewCaseNumber(id)})
	case made.Case != 0 && made.End.Result == store.AskDone:
		return c.Redirect(http.StatusSeeOther, activities.CasePath(made.Case))
	}
	return c.Redirect(http.StatusSeeOther, "/transfers/"+front.IDText(id)+"#our-cases")
}

// whereCaseStands is the page that tells what became of a form that was sent before.
func (s *Server) whereCaseStands(c echo.Context, number string, transfer int64) string {
	var made store.SupportCase
	err := s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		made, _, err = r.SupportCaseByExternal(number)
		return err
	})
	if err == nil && made.Case != 0 && made.Transfer == transfer {
		return activities.CasePath(made.Case)
	}
	return "/transfers/" + front.IDText(transfer) + "#our-cases"
}

// draftWrong is a form that could not be taken.
type draftWrong struct {
	form   url.Values
	field  string
	text   string
	number string // of the form that comes back
}

// caseField finds the field that a refusal is about.
func caseField(wrong error) string {
	switch text := fault.TextOf(wrong); {
	case strings.HasPrefix(text, "The subject"):
		return "subject"
	case strings.HasPrefix(text, "The description"):
		return "description"
	}
	return "form"
}
