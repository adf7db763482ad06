package web

import (
	"net/http"
	"testing"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
)

// A request that began with one catalogue ends with it, also when another one has
// become current meanwhile; the next request has the new one.
func TestARequestHasOneCatalogue(t *testing.T) {
	s := newSite(t)
	before := s.server.live.Load().server
	s.server.publish(reason.Catalogue{}, false)
	if !before.catalogue().Failure("ACCOUNT_CLOSED").Known {
		t.Error("a catalogue was changed under a request")
	}
	if s.server.catalogue().Failure("ACCOUNT_CLOSED").Known || s.server.live.Load().server.catalogue().Failure("ACCOUNT_CLOSED").Known {
		t.Error("the next request still has the catalogue of before")
	}
}

// Every route answers with the handler of its own place.
func TestEveryRouteAnswersWithItsOwnHandler(t *testing.T) {
	s := newSite(t)
	routes := s.server.routes()
	if got := len(s.server.live.Load().handles); got != len(routes) {
		t.Fatalf("got %d handlers, want %d", got, len(routes))
	}
	called := ""
	for at, r := range routes {
		s.server.live.Load().handles[at] = func(echo.Context, auth.Actor) error { called = r.path; return nil }
		if err := s.server.inEdition(at, false)(nil, auth.Actor{}); err != nil || called != r.path {
			t.Errorf("%s %s is answered by the handler of %s", r.method, r.path, called)
		}
	}
	if answer := s.nobody().get("/healthz"); answer.StatusCode != http.StatusOK || called != "/healthz" {
		t.Errorf("/healthz was answered by the handler of %s", called)
	}
}
