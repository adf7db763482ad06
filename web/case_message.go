package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	activities "transferdesk/web/activity"
	"transferdesk/web/front"
)

// messageWrong is a message that could not be taken, as it was typed.
type messageWrong struct{ text, why string }

// caseMessage sends a message in a case. What became of it stands on the case's page;
// what was never sent, or Wise refused, comes back with what was typed.
func (s *Server) caseMessage(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "case")
	if err != nil {
		return err
	}
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	sent, err := s.Cfg.AtWise.AddCaseMessage(c.Request().Context(), who, front.RequestID(c), atwise.MessageAsk{Case: id, Token: form.Get("token"), Text: form.Get("text")})
	switch {
	case fault.KindOf(err) == fault.Unprocessable:
		return s.showCase(c, who, id, http.StatusUnprocessableEntity, &messageWrong{form.Get("text"), fault.TextOf(err)})
	case err != nil && fault.KindOf(err) != fault.Conflict: // a form that was sent before leads to what became of it
		return err
	case err == nil && (sent.End.Result == store.AskRefused || sent.End.Result == store.AskNotDone):
		return s.showCase(c, who, id, http.StatusUnprocessableEntity, &messageWrong{form.Get("text"), "Nothing was sent. " + sent.End.Text})
	}
	return c.Redirect(http.StatusSeeOther, activities.CasePath(id)+"#messages")
}

// caseAsk asks Wise for the messages now; a trouble stands on the case's page.
func (s *Server) caseAsk(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "case")
	if err != nil {
		return err
	}
	err = s.Cfg.AtWise.AskCase(c.Request().Context(), who, front.RequestID(c), id)
	if err != nil && api.TroubleOf(err) == nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, activities.CasePath(id)+"#messages")
}
