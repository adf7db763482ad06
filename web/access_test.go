package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
)

// The guard decides by itself: a handler that checks nothing is as safe.
func TestTheGuardRefusesBeforeAHandlerThatChecksNothing(t *testing.T) {
	s := newSite(t)
	open := func(c echo.Context, _ auth.Actor) error { return c.NoContent(http.StatusNoContent) }
	for path, d := range map[string]door{"/planted": doorPage, "/api/v1/planted": doorToken} {
		s.server.echo.GET(path, s.server.guard(route{http.MethodGet, path, d, auth.ViewPeople, open}))
	}
	for role, want := range map[auth.Role]int{auth.Agent: http.StatusForbidden, auth.Lead: http.StatusForbidden, auth.Admin: http.StatusNoContent} {
		if got := s.signIn(role).get("/planted").StatusCode; got != want {
			t.Errorf("the page as %s: got %d, want %d", role, got, want)
		}
		if got := s.call(s.token(role), "/api/v1/planted").StatusCode; got != want {
			t.Errorf("the API as %s: got %d, want %d", role, got, want)
		}
	}
	got := s.recorded(auth.ViewPeople)
	if len(got) != 4 || !strings.HasPrefix(got[0], "denied") {
		t.Errorf("recorded %q, want the four refusals", got)
	}
}
