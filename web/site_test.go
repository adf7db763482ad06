package web

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/journal"
	"transferdesk/internal/projection"
	"transferdesk/internal/reason"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// testNow is the time on the clock of every test site.
var testNow = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

// testPassword is everybody's.
const testPassword = testkit.Password

// site is the whole server on a real database, reached over real HTTP.
type site struct {
	t       *testing.T
	db      *store.DB
	desk    *desk.Desk
	project *projection.Projector
	server  *Server
	http    *httptest.Server
	signing testkit.Signing
	now     time.Time
	moving  sync.Mutex // guards now: a request may still be under way when the test moves it
	once    string     // the token that tokenOnce has made
	log     *logText
}

// newSite starts one; change may alter its configuration.
func newSite(t *testing.T, change ...func(*Config)) *site {
	t.Helper()
	s := &site{t: t, db: testkit.DB(t), signing: testkit.Signer(t), now: testNow, log: &logText{}}
	clock := func() time.Time {
		s.moving.Lock()
		defer s.moving.Unlock()
		return s.now
	}
	log := slog.New(slog.NewTextHandler(s.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	book := journal.New(s.db, s.signing.Keys, clock, log)
	t.Cleanup(func() { _ = book.Close() })
	s.desk = desk.New(s.db, clock)
	s.project = projection.New(s.db, clock, log)
	cfg := Config{
		DB: s.db, Journal: book, Projector: s.project, Desk: s.desk, Catalogue: reason.Builtin(),
		Clock: clock, Log: log, Environment: "SANDBOX", Version: "test",
	}
	for _, c := range change {
		c(&cfg)
	}
	server, err := New(cfg)
	if err != nil {
		t.Fatalf("making the server: %v", err)
	}
	s.server = server
	s.http = httptest.NewUnstartedServer(nil)
	s.http.Config = newHTTPServer(server.Handler(), log)
	s.http.Start()
	t.Cleanup(s.http.Close)
	t.Cleanup(server.Cfg.Live.Close) // open streams would hold it up
	return s
}

// setNow moves the clock, which the server may be reading.
func (s *site) setNow(now time.Time) {
	s.moving.Lock()
	defer s.moving.Unlock()
	s.now = now
}

// cli is the actor of the command line, who may add people.
func cli() auth.Actor { return auth.Actor{Kind: auth.CLI, Name: "test", Role: auth.Admin} }

// person adds somebody and gives the e-mail.
func (s *site) person(role auth.Role) string {
	s.t.Helper()
	email := string(role) + "@example.com"
	testkit.AddNamed(s.t, s.db, email, strings.ToUpper(string(role[:1]))+string(role[1:])+" One", role)
	return email
}

// flag gives somebody the compliance flag, or takes it.
func (s *site) flag(email string, on bool) {
	s.t.Helper()
	if err := s.desk.SetCompliance(context.Background(), cli(), "", email, on); err != nil {
		s.t.Fatalf("flagging %s: %v", email, err)
	}
}

// token makes an API token.
func (s *site) token(role auth.Role) string {
	s.t.Helper()
	token, err := s.desk.AddToken(context.Background(), cli(), "", "test "+string(role), role)
	if err != nil {
		s.t.Fatalf("adding a token: %v", err)
	}
	return token
}

// deliver posts a signed body as Wise does and lets the projector read it.
func (s *site) deliver(bodies ...string) {
	s.t.Helper()
	for i, body := range bodies {
		answer := s.post(body, fmt.Sprintf("00000000-0000-4000-8000-%012d", i+1))
		if answer.StatusCode != http.StatusOK {
			s.t.Fatalf("delivering: got %d, want 200\n%s", answer.StatusCode, body)
		}
	}
	if err := s.project.CatchUp(context.Background()); err != nil {
		s.t.Fatalf("projecting: %v", err)
	}
}

func (s *site) post(body, deliveryID string) *http.Response {
	s.t.Helper()
	req, err := http.NewRequest(http.MethodPost, s.http.URL+"/webhooks/wise", strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Signature-SHA256", s.signing.Sign([]byte(body)))
	req.Header.Set("X-Delivery-Id", deliveryID)
	return s.do(http.DefaultClient, req)
}

// do sends a request and reads the whole answer.
func (s *site) do(client *http.Client, req *http.Request) *http.Response {
	s.t.Helper()
	answer, err := client.Do(req)
	if err != nil {
		s.t.Fatalf("%s %s: %v", req.Method, req.URL, err)
	}
	body, err := io.ReadAll(answer.Body)
	_ = answer.Body.Close()
	if err != nil {
		s.t.Fatalf("reading %s: %v", req.URL, err)
	}
	answer.Body = io.NopCloser(strings.NewReader(string(body)))
	return answer
}

// browser is a person at a browser: it keeps cookies and does not follow
// redirects by itself, so that a test sees them.
type browser struct {
	*site
	client *http.Client
}

// nobody opens a browser without signing in.
func (s *site) nobody() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &browser{site: s, client: &http.Client{Jar: jar, CheckRedirect: stay}}
}

// signIn adds a person of the role and signs in through the form.
func (s *site) signIn(role auth.Role) *browser {
	s.t.Helper()
	return s.signInAs(s.person(role))
}

func (s *site) signInAs(email string) *browser {
	s.t.Helper()
	b := s.nobody()
	answer := b.submit("/login", url.Values{"email": {email}, "password": {testPassword}})
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/" {
		s.t.Fatalf("signing in as %s: got %d to %q, want 303 to /", email, answer.StatusCode, answer.Header.Get("Location"))
	}
	return b
}

// get fetches a path.
func (b *browser) get(path string) *http.Response {
	b.t.Helper()
	return b.send(http.MethodGet, path, nil)
}

// submit posts a form as a browser does.
func (b *browser) submit(path string, form url.Values) *http.Response {
	b.t.Helper()
	return b.send(http.MethodPost, path, form)
}

func (b *browser) send(method, path string, form url.Values) *http.Response {
	b.t.Helper()
	var body io.Reader
	if form != nil {
		body = strings.NewReader(form.Encode())
	}
	req, err := http.NewRequest(method, b.http.URL+path, body)
	if err != nil {
		b.t.Fatal(err)
	}
	if form != nil {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		req.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	return b.do(b.client, req)
}

// page fetches a path that must answer 200 and parses it.
func (b *browser) page(path string) *goquery.Document {
	b.t.Helper()
	return b.document(b.get(path), http.StatusOK)
}

func (s *site) document(answer *http.Response, status int) *goquery.Document {
	s.t.Helper()
	doc, err := goquery.NewDocumentFromReader(answer.Body)
	if err != nil {
		s.t.Fatalf("parsing: %v", err)
	}
	if answer.StatusCode != status {
		s.t.Fatalf("%s: got %d, want %d\n%s", answer.Request.URL, answer.StatusCode, status, strings.TrimSpace(doc.Find("main").Text()))
	}
	return doc
}

// call asks the API with a token.
func (s *site) call(token, path string) *http.Response {
	s.t.Helper()
	req, err := http.NewRequest(http.MethodGet, s.http.URL+path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	return s.do(http.DefaultClient, req)
}

// testid reads the text of an element by its data-testid, white space folded.
func testid(doc *goquery.Document, id string) string {
	return folded(doc.Find(`[data-testid="` + id + `"]`).First().Text())
}

func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

// body reads an answer whole.
func body(t *testing.T, answer *http.Response) string {
	t.Helper()
	data, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
