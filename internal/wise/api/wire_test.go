package api_test

import (
	"context"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"transferdesk/internal/wise/api"
)

func TestNothingLeavesForAnotherHost(t *testing.T) {
	var elsewhere atomic.Int64
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere.Add(1) }))
	t.Cleanup(other.Close)
	for _, proxy := range []string{"HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY"} {
		t.Setenv(proxy, other.URL)
	}
	for _, status := range []int{301, 302, 303, 307, 308} {
		server := wise(t, say(status, "", "Location", other.URL+"/v1/transfers/1", "Refresh", "0; url="+other.URL, "Alt-Svc", `h2="`+other.Listener.Addr().String()+`"`))
		for _, o := range operations() {
			d := ask(t, server.URL, nil)
			if e := d.troubleOf(o.ask(context.Background(), d.Client)); e.Kind != api.Redirected {
				t.Errorf("%d, %s: %+v", status, o.name, e)
			}
		}
	}
	tokens := httptest.NewServer(http.RedirectHandler(other.URL, http.StatusTemporaryRedirect))
	t.Cleanup(tokens.Close)
	if e := ask(t, tokens.URL, nil).trouble(); e.Kind != api.Redirected {
		t.Errorf("tokens: %+v", e)
	}
	if n := elsewhere.Load(); n != 0 {
		t.Errorf("another host was asked %d times", n)
	}
}

func TestAnIdThatLeadsElsewhereIsNotSent(t *testing.T) {
	var asked atomic.Int64
	server := wise(t, func(http.ResponseWriter, *http.Request) { asked.Add(1) })
	d := ask(t, server.URL, nil)
	for _, id := range []string{"", ".", "..", "a/b", "../../v1/transfers/1", "a?b=c", "a%2fb", "a#b", "a\nb", "ä"} {
		_, err := d.Subscription(context.Background(), api.Scope{}, id)
		if e := d.troubleOf(err); e.Kind != api.Invalid || e.Sent {
			t.Errorf("%q: %+v", id, e)
		}
	}
	if asked.Load() != 0 {
		t.Errorf("%d requests were sent", asked.Load())
	}
}

func TestAPathInTheAddressIsKept(t *testing.T) {
	var paths []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		paths = append(paths, r.URL.EscapedPath())
		_, _ = w.Write([]byte(`{"access_token":"a","id":1,"status":"x"}`))
	}))
	t.Cleanup(server.Close)
	d := ask(t, server.URL+"/gate/wise%20api/", nil)
	d.ok(ada)
	if len(paths) != 2 || paths[0] != "/gate/wise%20api/oauth/token" || paths[1] != "/gate/wise%20api/v1/transfers/1" {
		t.Errorf("asked %q", paths)
	}
}

func TestACallIsKnownByItsCorrelationAndItsTrace(t *testing.T) {
	seen := map[string]bool{}
	server := wise(t, func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-External-Correlation-Id")
		if _, err := uuid.Parse(id); err != nil || seen[id] || r.Header.Get("Accept-Encoding") != "" {
			t.Errorf("correlation %q, %v, accepts %q", id, err, r.Header.Get("Accept-Encoding"))
		}
		seen[id] = true
		say(404, "", "X-Trace-Id", "trace\u202e7")(w, r)
	})
	d := ask(t, server.URL, nil)
	for range 3 {
		if e := d.trouble(); e.TraceID != `trace\u202e7` || !seen[e.Correlation] {
			t.Errorf("got %+v", e)
		}
	}
}

func TestACertificateThatNobodyVouchesForIsNotTrusted(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	d := ask(t, server.URL, nil)
	e := d.trouble()
	if e.Kind != api.Down || e.Sent || asked.Load() != 0 || !strings.Contains(e.Error(), "certificate") {
		t.Errorf("got %v after %d", e, asked.Load())
	}
}
