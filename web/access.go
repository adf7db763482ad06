package web

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/web/front"
)

// door says how a route learns who asks.
type door int

// The doors. The zero value is none, so that a route without one is refused at start-up.
const (
	doorNone  door = iota
	doorOpen       // everybody: log-in, set-up, health, assets, the signed webhook
	doorPage       // a person with a session; others are sent to the log-in page
	doorToken      // a program with a bearer token; others get 401
)

// handler answers a request of someone whom the route has let in.
type handler func(c echo.Context, who auth.Actor) error

// guard lets in whom the route's door and act allow, and nobody else.
func (s *Server) guard(r route) echo.HandlerFunc {
	switch r.door {
	case doorOpen:
		return func(c echo.Context) error { return r.handle(c, auth.Actor{Kind: auth.Visitor}) }
	case doorPage:
		return func(c echo.Context) error { return s.enterPage(c, r) }
	default:
		return func(c echo.Context) error { return s.enterToken(c, r) }
	}
}

func (s *Server) enterPage(c echo.Context, r route) error {
	who, found, err := s.Sessions.Actor(c.Request())
	if err != nil {
		return err
	}
	if !found {
		return s.toLogin(c)
	}
	s.MarkPage(c)
	return s.enter(c, r, who)
}

// toLogin keeps where a reader wanted to go; a form that outlived its session is
// not sent again.
func (s *Server) toLogin(c echo.Context) error {
	if c.Request().Method == http.MethodPost {
		return c.Redirect(http.StatusSeeOther, "/login")
	}
	return c.Redirect(http.StatusSeeOther, front.LoginPath(c.Request().URL))
}

func (s *Server) enterToken(c echo.Context, r route) error {
	who, err := s.bearer(c.Request())
	if err != nil {
		if fault.KindOf(err) == fault.Unauthenticated {
			c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="transferdesk"`)
		}
		return err
	}
	return s.enter(c, r, who)
}

// bearer finds the token's actor (RFC 6750); a cookie never opens the API, so
// that no page of another site can read it with a person's session.
func (s *Server) bearer(req *http.Request) (auth.Actor, error) {
	scheme, token, _ := strings.Cut(req.Header.Get(echo.HeaderAuthorization), " ")
	if !strings.EqualFold(scheme, "Bearer") || !auth.IsToken(token) {
		return auth.Actor{}, fault.New(fault.Unauthenticated, "Send an API token: Authorization: Bearer TOKEN.")
	}
	return s.Cfg.Desk.Token(req.Context(), token)
}

// enter checks the route's right before its handler runs; a refusal is recorded.
func (s *Server) enter(c echo.Context, r route, who auth.Actor) error {
	entry := audit.Entry{Act: r.act, RequestID: front.RequestID(c), Detail: r.method + " " + r.path}
	if err := audit.Allow(c.Request().Context(), s.Cfg.DB, s.Cfg.Wall, who, entry); err != nil {
		return err
	}
	if err := r.handle(c, who); err != nil {
		return err
	}
	s.streams.Acted(c, r.act)
	return nil
}
