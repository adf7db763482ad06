package web

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/atwise"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// cancelShow is GET /transfers/{id}/cancel: the dialog, a page of its own.
func (s *Server) cancelShow(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	return s.showCancel(c, who, id, http.StatusOK, nil)
}

// cancelTransfer asks Wise to cancel a transfer. Whatever became of it stands on the
// transfer's page; what was never asked comes back as the dialog: 422 for the field,
// 409 when things are not as its page said.
func (s *Server) cancelTransfer(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "transfer")
	if err != nil {
		return err
	}
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	seen, err := strconv.ParseInt(form.Get("seen"), 10, 64)
	if err != nil {
		return fault.Wrap(fault.Invalid, "The form is not complete. Open the transfer's page again.", err)
	}
	_, err = s.Cfg.AtWise.CancelTransfer(c.Request().Context(), who, front.RequestID(c), atwise.CancelAsk{Transfer: id, Typed: form.Get("typed"), Seen: seen})
	switch fault.KindOf(err) {
	case fault.Unprocessable:
		return s.showCancel(c, who, id, http.StatusUnprocessableEntity, &cancelWrong{form, err, "typed"})
	case fault.Conflict:
		return s.showCancel(c, who, id, http.StatusConflict, &cancelWrong{form, err, "form"})
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/transfers/"+front.IDText(id))
}

// cancelWrong is a form that could not be taken.
type cancelWrong struct {
	form  url.Values
	err   error
	field string
}

func (s *Server) showCancel(c echo.Context, who auth.Actor, id int64, status int, wrong *cancelWrong) error {
	if err := s.RecordView(c, who, auth.ViewTransfer, "transfer", id); err != nil {
		return err
	}
	face := s.Face(who)
	view, health, err := s.readTransferPage(c, id, face)
	if err != nil {
		return err
	}
	page := s.cancelPage(s.Frame(c, who, templates.NavNone, health), view, face)
	if wrong != nil {
		page.Form.Typed = front.Clipped(wrong.form.Get("typed"))
		page.Form.Errors = []templates.FieldError{{Field: wrong.field, Text: fault.TextOf(wrong.err)}}
		if page.Refusal != "" {
			page.Refusal = fault.TextOf(wrong.err)
		}
	}
	return s.Render(c, status, templates.CancelShow(page))
}
