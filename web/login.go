package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// loginShow is the log-in page; who is signed in already goes on.
func (s *Server) loginShow(c echo.Context, _ auth.Actor) error {
	next := ownPath(c.QueryParam("next"))
	if _, found, err := s.Sessions.Actor(c.Request()); err == nil && found {
		return c.Redirect(http.StatusSeeOther, next)
	}
	page := templates.LoginPage{Frame: s.BareFrame(c, "Sign in"), Next: nextField(next)}
	if c.QueryParam("signed-out") == "1" {
		page.Notice = "You have been signed out."
	}
	return s.OK(c, templates.Login(page))
}

// login checks the pair and starts a session. Every failure has the same answer.
func (s *Server) login(c echo.Context, _ auth.Actor) error {
	form, err := front.ReadForm(c)
	if err != nil {
		return err
	}
	next := ownPath(form.Get("next"))
	secret, err := s.Cfg.Desk.SignIn(c.Request().Context(), s.visitor(c), form.Get("email"), form.Get("password"))
	switch fault.KindOf(err) {
	case fault.Unauthenticated, fault.TooMany:
		return s.loginAgain(c, err, form.Get("email"), next)
	}
	if err != nil {
		return err
	}
	return s.signedIn(c, secret, next)
}

// loginAgain keeps what was typed, apart from the password.
func (s *Server) loginAgain(c echo.Context, err error, email, next string) error {
	status := http.StatusUnprocessableEntity
	if fault.KindOf(err) == fault.TooMany {
		status = http.StatusTooManyRequests
		c.Response().Header().Set("Retry-After", front.RetryAfter)
	}
	page := templates.LoginPage{
		Frame:  s.BareFrame(c, "Sign in"),
		Email:  email[:min(len(email), 320)],
		Next:   nextField(next),
		Errors: []templates.FieldError{{Field: "form", Text: fault.TextOf(err)}},
	}
	return s.Render(c, status, templates.Login(page))
}

// signedIn hands the browser its session and sends it on.
func (s *Server) signedIn(c echo.Context, secret, next string) error {
	if err := s.Sessions.Begin(c.Request(), c.Response(), secret); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, next)
}

// visitor is who asks to be let in.
func (s *Server) visitor(c echo.Context) desk.Visitor {
	return desk.Visitor{Remote: c.RealIP(), RequestID: front.RequestID(c), Session: s.Sessions.Secret(c.Request())}
}

// nextField is what the form carries along: nothing when it leads home anyway.
func nextField(next string) string {
	if next == "/" {
		return ""
	}
	return next
}
