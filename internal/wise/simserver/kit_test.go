package simserver_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/simserver"
)

// start is when the clock of a test begins.
var start = time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)

// sim is a simulated Wise behind a real server, with an application, a personal
// token that sees everything, and a user's token.
type sim struct {
	*simserver.Server
	t    *testing.T
	url  string
	mu   sync.Mutex
	time time.Time
}

// The users and profiles that every simulated Wise of the tests has.
const (
	ada, bob, firm, american = 501, 502, 503, 504 // users
	adas, bobs, firms, usual = 601, 602, 603, 604 // their profiles
)

// open starts one; change may set further options.
func open(t *testing.T, change func(*simserver.Options)) *sim {
	t.Helper()
	s := &sim{t: t, time: start}
	o := simserver.Options{
		Clock: s.now, ClientID: "client", ClientSecret: "secret", ClientKey: "key", PersonalToken: "personal",
		UserTokens: map[int64]string{ada: "ada-1", bob: "bob-1", firm: "firm-1", american: "us-1"},
	}
	if change != nil {
		change(&o)
	}
	s.Server = simserver.New(o)
	server := httptest.NewServer(s.Server)
	t.Cleanup(func() { s.Close(); server.Close() })
	s.url = server.URL
	s.AddProfile(simserver.Profile{ID: adas, User: ada, Name: "Ada Invented"})
	s.AddProfile(simserver.Profile{ID: bobs, User: bob, Name: "Bob Invented"})
	s.AddProfile(simserver.Profile{ID: firms, User: firm, Name: "Invented Foods Ltd", Business: true})
	s.AddProfile(simserver.Profile{ID: usual, User: american, Name: "Amy Invented", Country: "US"})
	s.AddRecipient(simserver.Recipient{ID: 701, Profile: adas, Name: "Rita Recipient", Currency: "EUR", Country: "DE"})
	return s
}

// signing lets webhooks be sent, with retries in no time.
func signing(t *testing.T) func(*simserver.Options) {
	return func(o *simserver.Options) { o.Signer, o.Speed = testkit.Signer(t).Signer, 1e9 }
}

func (s *sim) now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.time
}

// pass lets time go by.
func (s *sim) pass(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.time = s.time.Add(d)
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   string
}

// read decodes the body.
func (a answer) read(t *testing.T) map[string]json.RawMessage {
	t.Helper()
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal([]byte(a.body), &fields); err != nil {
		t.Fatalf("%d %s: %v", a.status, a.body, err)
	}
	return fields
}

// text gives one field of the body, unquoted.
func (a answer) text(t *testing.T, name string) string {
	t.Helper()
	return strings.Trim(string(a.read(t)[name]), `"`)
}

// ask sends a request; a body that is a form or JSON says so by its first byte.
func (s *sim) ask(token, method, path, body string) answer {
	s.t.Helper()
	a, err := s.try(token, method, path, body)
	if err != nil {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
	return a
}

// try is ask for requests that may go wrong.
func (s *sim) try(token, method, path, body string) (answer, error) {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	client := &http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	res, err := client.Do(req)
	if err != nil {
		return answer{}, err
	}
	defer func() { _ = res.Body.Close() }()
	got, err := io.ReadAll(res.Body)
	return answer{res.StatusCode, res.Header, string(got)}, err
}

// exchange asks for a token with a grant.
func (s *sim) exchange(id, secret, grant string) answer {
	s.t.Helper()
	req, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.url+"/oauth/token", strings.NewReader(grant))
	if err != nil {
		s.t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.SetBasicAuth(id, secret)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	got, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer{res.StatusCode, res.Header, string(got)}
}

// application gives a client-credentials token.
func (s *sim) application() string {
	s.t.Helper()
	return s.exchange("client", "secret", "grant_type=client_credentials").text(s.t, "access_token")
}

// user gives a user's access token for a refresh token.
func (s *sim) user(refresh string) string {
	s.t.Helper()
	return s.exchange("client", "secret", url.Values{"grant_type": {"refresh_token"}, "refresh_token": {refresh}}.Encode()).text(s.t, "access_token")
}
