package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

func TestSigningInLeadsBackToThePageThatWasAskedFor(t *testing.T) {
	s := newSite(t)
	email := s.person(auth.Agent)
	b := s.nobody()

	answer := b.get("/transfers/49983981?tab=raw")
	if got, want := answer.Header.Get("Location"), "/login?next="+url.QueryEscape("/transfers/49983981?tab=raw"); got != want {
		t.Fatalf("without a session: got %q, want %q", got, want)
	}
	doc := b.page(answer.Header.Get("Location"))
	next, _ := doc.Find(`input[name="next"]`).Attr("value")
	answer = b.submit("/login", url.Values{"email": {email}, "password": {testPassword}, "next": {next}})
	if got := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || got != "/transfers/49983981?tab=raw" {
		t.Errorf("signed in: got %d to %q, want 303 to the page that was asked for", answer.StatusCode, got)
	}
	if answer := b.get("/login"); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("the log-in page when signed in: got %d, want 303", answer.StatusCode)
	}
}

func TestALoginThatFailsSaysTheSameForEveryReason(t *testing.T) {
	s := newSite(t)
	email, other := s.person(auth.Agent), s.person(auth.Lead)
	if err := s.desk.DisablePerson(context.Background(), cli(), "", other); err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, form := range []url.Values{
		{"email": {email}, "password": {"wrong wrong wrong"}},
		{"email": {"nobody@example.com"}, "password": {testPassword}},
		{"email": {other}, "password": {testPassword}},
		{"email": {""}, "password": {""}},
	} {
		answer := s.nobody().submit("/login", form)
		doc := s.document(answer, http.StatusUnprocessableEntity)
		if len(answer.Cookies()) != 0 {
			t.Errorf("%v: got a cookie %v", form, answer.Cookies())
		}
		if _, kept := doc.Find(`input[type="password"]`).Attr("value"); kept {
			t.Errorf("%v: the password stands in the page", form)
		}
		pages = append(pages, folded(doc.Find("main").Text()))
	}
	for _, page := range pages[1:] {
		if page != pages[0] {
			t.Errorf("got %q, want the same as %q", page, pages[0])
		}
	}
}

func TestTheSessionCookieHoldsNothingButARandomSecret(t *testing.T) {
	for _, c := range []struct {
		name, base, host, cookie string
		secure                   bool
	}{
		{"over http on this machine", "", "127.0.0.1", "session", false},
		{"over https", "https://desk.example.com", "desk.example.com", "__Host-session", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t, func(cfg *Config) { cfg.BaseURL = c.base })
			form := url.Values{"email": {s.person(auth.Agent)}, "password": {testPassword}}
			req := httptest.NewRequest(http.MethodPost, "/login", strings.NewReader(form.Encode()))
			req.Host = c.host
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			rec := httptest.NewRecorder()
			s.server.Handler().ServeHTTP(rec, req)
			cookies := rec.Result().Cookies()
			if len(cookies) != 1 {
				t.Fatalf("got %d cookies, want 1 (status %d)", len(cookies), rec.Code)
			}
			got := cookies[0]
			if got.Name != c.cookie || !got.HttpOnly || got.Secure != c.secure || got.SameSite != http.SameSiteLaxMode || got.Path != "/" || got.Domain != "" {
				t.Errorf("got %+v, want %s, HttpOnly, Secure %v, SameSite Lax, path /, no domain", got, c.cookie, c.secure)
			}
			if !auth.IsSecret(got.Value) {
				t.Errorf("got the value %q, want a random secret and nothing else", got.Value)
			}
			var stored int
			err := s.sql().QueryRow(`SELECT count(*) FROM sessions WHERE instr(cast(id_sha256 AS TEXT), ?) > 0`, got.Value).Scan(&stored)
			if err != nil || stored != 0 {
				t.Errorf("the secret itself is stored %d times (%v), want only its SHA-256", stored, err)
			}
		})
	}
}

func TestACookieThatIsNotASessionLeadsToTheLoginPage(t *testing.T) {
	s := newSite(t)
	good := s.signIn(auth.Agent)
	home, err := url.Parse(s.http.URL)
	if err != nil {
		t.Fatal(err)
	}
	secret := good.client.Jar.Cookies(home)[0].Value
	for name, value := range map[string]string{
		"empty": "", "short": "x", "another secret": auth.NewSecret(), "cut": secret[:20], "longer": secret + "A",
		"one letter changed": strings.Map(swapFirst(secret), secret), "very long": strings.Repeat("A", 8000),
		"markup": "<script>", "SQL": "' OR 1=1 --", "NUL escaped": "%00", "a token": s.token(auth.Admin),
	} {
		req, err := http.NewRequest(http.MethodGet, s.http.URL+"/transfers/1", nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Cookie", "session="+value)
		answer := s.do(s.nobody().client, req)
		if answer.StatusCode != http.StatusSeeOther || !strings.HasPrefix(answer.Header.Get("Location"), "/login") {
			t.Errorf("%s: got %d to %q, want 303 to the log-in page", name, answer.StatusCode, answer.Header.Get("Location"))
		}
	}
	if answer := good.get("/"); answer.StatusCode != http.StatusOK {
		t.Errorf("the untouched cookie: got %d, want 200", answer.StatusCode)
	}
}

// swapFirst changes the case of the secret's first letter, wherever it stands.
func swapFirst(secret string) func(rune) rune {
	return func(r rune) rune {
		if r == rune(secret[0]) {
			return r ^ 0x01
		}
		return r
	}
}

func TestASessionEndsAtOnceForEveryReasonThatEndsIt(t *testing.T) {
	ctx := context.Background()
	for name, end := range map[string]func(*site, *browser, string){
		"log-out":  func(_ *site, b *browser, _ string) { b.submit("/logout", url.Values{}) },
		"disabled": func(s *site, _ *browser, email string) { must(s.t, s.desk.DisablePerson(ctx, cli(), "", email)) },
		"a new password": func(s *site, _ *browser, email string) {
			must(s.t, s.desk.SetPassword(ctx, cli(), "", email, "another "+testPassword))
		},
		"twelve hours on": func(s *site, _ *browser, _ string) { s.setNow(s.now.Add(13 * time.Hour)) },
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			email := s.person(auth.Agent)
			b := s.signInAs(email)
			home, err := url.Parse(s.http.URL)
			must(t, err)
			stolen := b.client.Jar.Cookies(home)
			end(s, b, email)
			b.client.Jar.SetCookies(home, stolen)
			if answer := b.get("/"); answer.StatusCode != http.StatusSeeOther {
				t.Errorf("the old cookie still opens the queue: got %d, want 303", answer.StatusCode)
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestLoggingOutIsAPostOnly(t *testing.T) {
	s := newSite(t)
	b := s.signIn(auth.Agent)
	if answer := b.get("/logout"); answer.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("GET /logout: got %d, want 405", answer.StatusCode)
	}
	if answer := b.get("/"); answer.StatusCode != http.StatusOK {
		t.Errorf("after it: got %d, want still signed in", answer.StatusCode)
	}
	answer := b.submit("/logout", url.Values{})
	if got := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || got != "/login?signed-out=1" {
		t.Errorf("POST /logout: got %d to %q, want 303 to the log-in page", answer.StatusCode, got)
	}
	if text := b.page("/login?signed-out=1").Find("main").Text(); !strings.Contains(text, "signed out") {
		t.Errorf("the log-in page does not say so: %q", folded(text))
	}
}

func TestLoggingOutForgetsTheCookieThoughNothingCanBeWritten(t *testing.T) {
	s := newSite(t)
	agent := s.signIn(auth.Agent)
	must(t, os.Rename(s.db.Path(), s.db.Path()+".away"))
	answer := agent.submit("/logout", nil)
	if answer.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("got %d, want 503: the session's end is not recorded", answer.StatusCode)
	}
	if got := agent.get("/").StatusCode; got != http.StatusSeeOther {
		t.Errorf("the browser's next page: got %d, want 303 to the log-in page", got)
	}
}

func TestTheSetUpLinkMakesTheFirstAdminOnce(t *testing.T) {
	s := newSite(t)
	secret, err := s.desk.OpenSetUp(context.Background())
	must(t, err)
	b := s.nobody()
	if answer := b.get("/setup?token=" + auth.NewSecret()); answer.StatusCode != http.StatusNotFound {
		t.Errorf("another link: got %d, want 404", answer.StatusCode)
	}
	doc := b.page("/setup?token=" + secret)
	if got, _ := doc.Find(`input[name="token"]`).Attr("value"); got != secret {
		t.Errorf("the form carries %q, want the link's secret", got)
	}
	form := url.Values{"token": {secret}, "name": {"Ada"}, "email": {"ada@example.com"}, "password": {"short"}, "repeat": {"short"}}
	doc = s.document(b.submit("/setup", form), http.StatusUnprocessableEntity)
	if got, _ := doc.Find(`input[name="email"]`).Attr("value"); got != "ada@example.com" {
		t.Errorf("the e-mail that was typed is gone: %q", got)
	}
	form.Set("password", testPassword)
	s.document(b.submit("/setup", form), http.StatusUnprocessableEntity)
	form.Set("repeat", testPassword)
	if answer := b.submit("/setup", form); answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/" {
		t.Fatalf("set up: got %d, want 303 home", answer.StatusCode)
	}
	if answer := b.get("/"); answer.StatusCode != http.StatusOK {
		t.Errorf("the first admin is not signed in: got %d", answer.StatusCode)
	}
	form.Set("email", "eve@example.com")
	if answer := s.nobody().submit("/setup", form); answer.StatusCode != http.StatusNotFound {
		t.Errorf("the link a second time: got %d, want 404", answer.StatusCode)
	}
}
