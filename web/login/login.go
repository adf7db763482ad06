package login

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// Show is the log-in page; who is signed in already goes on.
func (p *Pages) Show(c echo.Context, _ auth.Actor) error {
	next := front.OwnPath(c.QueryParam("next"))
	if _, found, err := p.Sessions.Actor(c.Request()); err == nil && found {
		return c.Redirect(http.StatusSeeOther, next)
	}
	page := templates.LoginPage{Frame: p.BareFrame(c, "Sign in"), Next: nextField(next)}
	if c.QueryParam("signed-out") == "1" {
		page.Notice = "You have been signed out."
	}
	return p.OK(c, templates.Login(page))
}

// SignIn checks the pair and starts a session. Every failure has the same answer.
func (p *Pages) SignIn(c echo.Context, _ auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	next := front.OwnPath(form.Get("next"))
	secret, err := p.Cfg.Desk.SignIn(c.Request().Context(), p.visitor(c), form.Get("email"), form.Get("password"))
	switch fault.KindOf(err) {
	case fault.Unauthenticated, fault.TooMany:
		return p.loginAgain(c, err, form.Get("email"), next)
	}
	if err != nil {
		return err
	}
	return p.signedIn(c, secret, next)
}

// loginAgain keeps what was typed, apart from the password.
func (p *Pages) loginAgain(c echo.Context, err error, email, next string) error {
	status := http.StatusUnprocessableEntity
	if fault.KindOf(err) == fault.TooMany {
		status = http.StatusTooManyRequests
		c.Response().Header().Set("Retry-After", front.RetryAfter)
	}
	page := templates.LoginPage{
		Frame:  p.BareFrame(c, "Sign in"),
		Email:  email[:min(len(email), 320)],
		Next:   nextField(next),
		Errors: []templates.FieldError{{Field: "form", Text: fault.TextOf(err)}},
	}
	return p.Render(c, status, templates.Login(page))
}

// signedIn hands the browser its session and sends it on.
func (p *Pages) signedIn(c echo.Context, secret, next string) error {
	if err := p.Sessions.Begin(c.Request(), c.Response(), secret); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, next)
}

// visitor is who asks to be let in.
func (p *Pages) visitor(c echo.Context) desk.Visitor {
	return desk.Visitor{Remote: c.RealIP(), RequestID: front.RequestID(c), Session: p.Sessions.Secret(c.Request())}
}

// nextField is what the form carries along: nothing when it leads home anyway.
func nextField(next string) string {
	if next == "/" {
		return ""
	}
	return next
}
