package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// linksAnchor keeps a browser at the part of the page that the form is about, also
// when the form comes back with what was wrong.
const linksAnchor = "#links"

// customerLink sets or withdraws the link between the customer and a Wise user.
// What cannot be taken comes back as the customer's page with what was typed, 422
// for a field and 409 when another lead was faster.
func (s *Server) customerLink(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "profile")
	if err != nil {
		return err
	}
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	err = s.changeLink(c, who, id, form)
	switch fault.KindOf(err) {
	case fault.Unprocessable:
		return s.linkAgain(c, who, id, form, http.StatusUnprocessableEntity, err)
	case fault.Conflict:
		return s.linkAgain(c, who, id, form, http.StatusConflict, err)
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/customers/"+front.IDText(id)+linksAnchor)
}

func (s *Server) changeLink(c echo.Context, who auth.Actor, profile int64, form url.Values) error {
	user, ok := front.ParseID(strings.TrimSpace(form.Get("user")))
	if !ok {
		return fault.New(fault.Unprocessable, "The user id must be a whole number with digits only, like 7788991.")
	}
	do := form.Get("do")
	if do != "link" && do != "withdraw" {
		return fault.New(fault.Invalid, "The form must say whether to link or to withdraw.")
	}
	seen, err := strconv.ParseInt(form.Get("seen"), 10, 64)
	if err != nil {
		return fault.Wrap(fault.Invalid, "The form is not complete. Open the customer's page again.", err)
	}
	return s.Cfg.Desk.ChangeLink(c.Request().Context(), who, front.RequestID(c), desk.LinkChange{
		Profile: profile, User: user, Withdraw: do == "withdraw", Note: form.Get("note"), Seen: seen,
	})
}

// linkAgain shows the customer's page as it is now, with what was typed.
func (s *Server) linkAgain(c echo.Context, who auth.Actor, profile int64, form url.Values, status int, wrong error) error {
	if err := s.RecordView(c, who, auth.ViewCustomer, "profile", profile); err != nil {
		return err
	}
	page, err := s.readCustomerPage(c, who, customerAsk{profile: profile})
	if err != nil {
		return err
	}
	if page.Links.Form != nil {
		page.Links.Form.User, page.Links.Form.Note = front.Clipped(form.Get("user")), front.Clipped(form.Get("note"))
		page.Links.Form.Errors = []templates.FieldError{{Field: linkField(wrong), Text: fault.TextOf(wrong)}}
	}
	return s.Render(c, status, templates.CustomerShow(page))
}

// linkField finds the field that a refusal is about.
func linkField(wrong error) string {
	switch text := fault.TextOf(wrong); {
	case fault.KindOf(wrong) == fault.Conflict:
		return "form"
	case strings.HasPrefix(text, "The note"):
		return "note"
	}
	return "user"
}

// linkFormFor is the form for those who may change links.
func linkFormFor(who auth.Actor, v customerView) *templates.LinkForm {
	if !who.May(auth.LinkCustomer) {
		return nil
	}
	return &templates.LinkForm{Action: "/customers/" + front.IDText(v.profile.ID) + "/link" + linksAnchor, Seen: strconv.FormatInt(v.identity.Seen(), 10)}
}
