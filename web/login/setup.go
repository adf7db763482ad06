package login

import (
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// SetupShow is the page behind the one-time link that serve prints while there
// is nobody; with any other link there is no such page.
func (p *Pages) SetupShow(c echo.Context, _ auth.Actor) error {
	token := c.QueryParam("token")
	if !p.Cfg.Desk.SetUpOpen(token) {
		return fault.New(fault.NotFound, "This set-up link is not valid any more. Restart the server for a new one, or add a person on the command line.")
	}
	return p.OK(c, templates.Setup(p.setupPage(c, url.Values{"token": {token}}, nil)))
}

// Setup adds the first admin and signs it in.
func (p *Pages) Setup(c echo.Context, _ auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	if form.Get("password") != form.Get("repeat") {
		wrong := templates.FieldError{Field: "repeat", Text: "The two passwords are not the same."}
		return p.setupAgain(c, form, wrong)
	}
	secret, err := p.Cfg.Desk.FirstAdmin(c.Request().Context(), p.visitor(c), form.Get("token"), desk.NewPerson{
		Email: form.Get("email"), Name: form.Get("name"), Password: form.Get("password"),
	})
	if fault.KindOf(err) == fault.Unprocessable {
		return p.setupAgain(c, form, templates.FieldError{Field: setupField(err), Text: fault.TextOf(err)})
	}
	if err != nil {
		return err
	}
	return p.signedIn(c, secret, "/")
}

func (p *Pages) setupAgain(c echo.Context, form url.Values, wrong templates.FieldError) error {
	page := p.setupPage(c, form, []templates.FieldError{wrong})
	return p.Render(c, http.StatusUnprocessableEntity, templates.Setup(page))
}

func (p *Pages) setupPage(c echo.Context, form url.Values, wrong []templates.FieldError) templates.SetupPage {
	return templates.SetupPage{
		Frame:    p.BareFrame(c, "Set up the first admin"),
		Token:    form.Get("token"),
		Name:     form.Get("name"),
		Email:    form.Get("email"),
		MinChars: auth.MinPassword,
		Errors:   wrong,
	}
}

// setupField finds the field that a refusal is about by the word it names first.
func setupField(err error) string {
	text, field, first := strings.ToLower(fault.TextOf(err)), "form", len(fault.TextOf(err))+1
	for word, id := range map[string]string{"e-mail": "email", "password": "password", "name": "name"} {
		if at := strings.Index(text, word); at >= 0 && at < first {
			field, first = id, at
		}
	}
	return field
}
