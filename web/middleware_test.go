package web

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"
	"go.uber.org/goleak"

	"transferdesk/internal/auth"
)

// ask sends a request straight to the handler, with the header given.
func (s *site) ask(method, target, host string, header map[string]string) *http.Response {
	req := httptest.NewRequest(method, target, nil)
	if host != "" {
		req.Host = host
	}
	for name, value := range header {
		req.Header.Set(name, value)
	}
	rec := httptest.NewRecorder()
	s.server.Handler().ServeHTTP(rec, req)
	return rec.Result()
}

// onlyOurs is a policy that allows our own assets and nothing else.
const onlyOurs = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
	"manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func TestEveryAnswerCarriesTheSecurityHeaders(t *testing.T) {
	s := newSite(t, func(cfg *Config) { cfg.BaseURL = "https://desk.example.com" })
	for _, path := range []string{"/login", "/", "/no/such/page", "/healthz", "/api/v1/search", "/assets/0/x.css", "/transfers/x"} {
		answer := s.ask(http.MethodGet, path, "desk.example.com", nil)
		for name, want := range map[string]string{
			"Content-Security-Policy":   onlyOurs,
			"X-Content-Type-Options":    "nosniff",
			"X-Frame-Options":           "DENY",
			"Referrer-Policy":           "same-origin",
			"Strict-Transport-Security": "max-age=63072000; includeSubDomains",
			"Cache-Control":             "no-store",
		} {
			if got := answer.Header.Get(name); got != want {
				t.Errorf("%s: %s: got %q, want %q", path, name, got, want)
			}
		}
	}
	plain := newSite(t).ask(http.MethodGet, "/login", "127.0.0.1", nil)
	if got := plain.Header.Get("Strict-Transport-Security"); got != "" {
		t.Errorf("over http: got HSTS %q, want none", got)
	}
}

func TestARequestIdIsAlwaysOurOwn(t *testing.T) {
	s := newSite(t)
	seen := map[string]bool{}
	for range 3 {
		answer := s.ask(http.MethodGet, "/login", "127.0.0.1", map[string]string{"X-Request-ID": "from-outside"})
		got := answer.Header.Get("X-Request-ID")
		if got == "from-outside" || len(got) < 20 || seen[got] {
			t.Errorf("got the request id %q, want a new one of ours", got)
		}
		seen[got] = true
	}
	if strings.Contains(s.log.String(), "from-outside") {
		t.Error("the log holds the id from outside")
	}
}

func TestAFormFromAnotherSiteIsRefused(t *testing.T) {
	s := newSite(t, func(cfg *Config) { cfg.BaseURL = "https://desk.example.com" })
	for _, c := range []struct {
		name   string
		header map[string]string
		want   int
	}{
		{"cross-site", map[string]string{"Sec-Fetch-Site": "cross-site"}, http.StatusForbidden},
		{"same-site, another origin", map[string]string{"Sec-Fetch-Site": "same-site", "Origin": "https://other.example.com"}, http.StatusForbidden},
		{"an old browser, another origin", map[string]string{"Origin": "https://evil.example"}, http.StatusForbidden},
		{"a sandboxed frame", map[string]string{"Origin": "null"}, http.StatusForbidden},
		{"our own page", map[string]string{"Sec-Fetch-Site": "same-origin"}, http.StatusSeeOther},
		{"our own origin behind a proxy", map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://desk.example.com"}, http.StatusSeeOther},
		{"no browser", nil, http.StatusSeeOther},
	} {
		answer := s.ask(http.MethodPost, "/logout", "desk.example.com", c.header)
		if answer.StatusCode != c.want {
			t.Errorf("%s: got %d, want %d", c.name, answer.StatusCode, c.want)
		}
	}
	answer := s.ask(http.MethodPost, "/webhooks/wise", "desk.example.com", map[string]string{"Sec-Fetch-Site": "cross-site"})
	if answer.StatusCode != http.StatusUnauthorized {
		t.Errorf("the webhook: got %d, want 401: its signature decides, nothing else", answer.StatusCode)
	}
}

func TestOnlyTheConfiguredHostIsAnswered(t *testing.T) {
	for _, c := range []struct {
		base, host, path string
		want             int
	}{
		{"https://desk.example.com", "desk.example.com", "/login", 200},
		{"https://desk.example.com", "DESK.example.com:443", "/login", 200},
		{"https://desk.example.com", "evil.example", "/login", 400},
		{"https://desk.example.com", "desk.example.com.evil.example", "/login", 400},
		{"https://desk.example.com", "127.0.0.1", "/login", 400},
		{"https://desk.example.com", "10.0.0.7:8080", "/healthz", 200},
		{"https://desk.example.com:8443", "desk.example.com:8443", "/login", 200},
		{"", "127.0.0.1:8080", "/login", 200},
		{"", "localhost:8080", "/login", 200},
		{"", "[::1]:8080", "/login", 200},
		{"", "rebound.example:8080", "/login", 400},
		{"http://127.0.0.1:8080", "localhost:8080", "/login", 200},
	} {
		s := newSite(t, func(cfg *Config) { cfg.BaseURL = c.base })
		if got := s.ask(http.MethodGet, c.path, c.host, nil).StatusCode; got != c.want {
			t.Errorf("base %q, host %q, %s: got %d, want %d", c.base, c.host, c.path, got, c.want)
		}
	}
}

func TestWrongMethodsAreToldWhatIsAllowed(t *testing.T) {
	s := newSite(t)
	for _, c := range []struct {
		method, path, allow string
		want                int
	}{
		{http.MethodPost, "/bounced", "GET", 405},
		{http.MethodDelete, "/transfers/1", "GET", 405},
		{http.MethodGet, "/webhooks/wise", "POST", 405},
		{http.MethodPut, "/api/v1/transfers/1", "GET", 405},
		{http.MethodOptions, "/bounced", "GET", 204},
	} {
		answer := s.ask(c.method, c.path, "127.0.0.1", nil)
		if answer.StatusCode != c.want || !strings.Contains(answer.Header.Get("Allow"), c.allow) {
			t.Errorf("%s %s: got %d, Allow %q, want %d with %s", c.method, c.path, answer.StatusCode, answer.Header.Get("Allow"), c.want, c.allow)
		}
	}
}

func TestHeadIsGetWithoutABody(t *testing.T) {
	s := newSite(t)
	s.deliver(bouncedLife(testTransfer)...)
	agent := s.signIn(auth.Agent)
	for path, want := range map[string]int{"/": 200, "/transfers/49983981": 200, "/transfers/1": 404, "/transfers/x": 400, "/no/such": 404} {
		answer := agent.send(http.MethodHead, path, nil)
		if text := body(t, answer); answer.StatusCode != want || text != "" {
			t.Errorf("HEAD %s: got %d and %d bytes, want %d and none", path, answer.StatusCode, len(text), want)
		}
	}
}

func TestAPanicIsA500ThatSaysNothingButTheRequestId(t *testing.T) {
	s := newSite(t)
	for name, broken := range map[string]echo.HandlerFunc{
		"panic": func(echo.Context) error { panic("secret-of-ours") },
		"error": func(echo.Context) error { return errors.New("secret-of-ours") },
	} {
		s.server.echo.GET("/broken/"+name, broken)
		s.server.echo.GET("/api/v1/broken/"+name, broken)
		for _, path := range []string{"/broken/" + name, "/api/v1/broken/" + name} {
			answer := s.nobody().get(path)
			text := body(t, answer)
			if answer.StatusCode != http.StatusInternalServerError || strings.Contains(text, "secret") || strings.Contains(text, "goroutine") {
				t.Errorf("%s: got %d %q, want a 500 that tells nothing", path, answer.StatusCode, text)
			}
			if id := answer.Header.Get("X-Request-ID"); !strings.Contains(text, id) || !strings.Contains(s.log.String(), id) {
				t.Errorf("%s: the request id %q is not both on the page and in the log", path, id)
			}
		}
	}
}

func TestAHeaderThatIsTooLargeIs431(t *testing.T) {
	s := newSite(t)
	address, stop := serve(t, s.server.Handler())
	defer stop()
	conn, err := net.Dial("tcp", address)
	must(t, err)
	defer func() { _ = conn.Close() }()
	_, _ = fmt.Fprintf(conn, "GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Large: %s\r\n\r\n", strings.Repeat("a", 64<<10))
	status, err := bufio.NewReader(conn).ReadString('\n')
	must(t, err)
	if !strings.Contains(status, "431") {
		t.Errorf("got %q, want 431", status)
	}
}

// serve runs Serve on a free port until stop, which checks that it ended well.
func serve(t *testing.T, handler http.Handler) (address string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ln, err := Listen(ctx, "127.0.0.1:0")
	must(t, err)
	ended := make(chan error, 1)
	go func() { ended <- Serve(ctx, ln, handler, slog.New(slog.DiscardHandler)) }()
	return ln.Addr().String(), func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Serve: %v", err)
		}
	}
}

func TestServeLetsRequestsFinishWhenItStops(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	began, release := make(chan bool), make(chan bool)
	address, stop := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(began)
		<-release
		if r.Context().Err() != nil {
			t.Error("the request's context ended with the server's")
		}
		_, _ = io.WriteString(w, "whole")
	}))
	client := &http.Client{Transport: &http.Transport{}}
	got := make(chan string, 1)
	go func() {
		answer, err := client.Get("http://" + address)
		if err != nil {
			got <- err.Error()
			return
		}
		defer func() { _ = answer.Body.Close() }()
		text, _ := io.ReadAll(answer.Body)
		got <- string(text)
	}()
	<-began
	stopped := make(chan bool)
	go func() { stop(); close(stopped) }()
	time.Sleep(50 * time.Millisecond)
	close(release)
	if text := <-got; text != "whole" {
		t.Errorf("the request under way: got %q, want its whole answer", text)
	}
	<-stopped
	client.CloseIdleConnections()
}
