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

// TestARefusalNamesBothRoles, and not what it hides.
func TestARefusalNamesBothRoles(t *testing.T) {
	s := newSite(t)
	agent, lead := s.signIn(auth.Agent), s.signIn(auth.Lead)
	for path, want := range map[string]string{
		"/admin/subscriptions": "You are signed in as an agent; leads and admins may do it:",
		"/admin/system":        "You are signed in as an agent; admins may do it:",
		"/events/1/raw":        "You are signed in as an agent; leads and admins may do it:",
	} {
		page := folded(s.document(agent.get(path), http.StatusForbidden).Find("main").Text())
		if !strings.Contains(page, "Your role may not do this.") || !strings.Contains(page, want) {
			t.Errorf("%s: %q, want %q in it", path, page, want)
		}
		for _, hidden := range []string{"ubscription", "ystem", "raw"} {
			if strings.Contains(page, hidden) {
				t.Errorf("%s: the page names what it hides: %q", path, page)
			}
		}
	}
	if page := s.document(lead.get("/admin/system"), http.StatusForbidden).Find("main").Text(); !strings.Contains(folded(page), "signed in as a lead; admins may") {
		t.Errorf("a lead reads %q", folded(page))
	}
}
