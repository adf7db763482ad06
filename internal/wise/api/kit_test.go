package api_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// start is when the clock of a test begins.
var start = time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)

// The users, profiles and secrets that every test has.
const (
	ada, bob     = 501, 502
	adas         = 601
	rita         = 701
	clientID     = "client-id"
	clientSecret = "canary-client-secret"
	personal     = "canary-personal-token"
	adasRefresh  = "canary-ada-refresh"
)

// clock is a clock that a test moves.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func newClock() *clock { return &clock{at: start} }

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// desk is a client with what stands around it.
type desk struct {
	*api.Client
	t      *testing.T
	log    *safeBuffer
	clock  *clock
	tokens string // path of the file of user tokens
}

// safeBuffer is a log that is written while it is read.
type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// ask makes a client with every kind of credential, in haste.
func ask(t *testing.T, base string, change func(*api.Config)) *desk {
	t.Helper()
	d := &desk{t: t, log: &safeBuffer{}, clock: newClock(), tokens: tokenFile(t, fmt.Sprintf("# of our customers\nuser_id,refresh_token\n%d,%s\n", ada, adasRefresh))}
	cfg := api.Config{
		BaseURL: base, ClientID: clientID, ClientSecret: clientSecret, ClientKey: "client-key", PersonalToken: personal,
		UserTokens: d.tokens, Clock: d.clock.now, Log: slog.New(slog.NewTextHandler(d.log, nil)),
	}
	if change != nil {
		change(&cfg)
	}
	client, err := api.NewInHaste(cfg, time.Minute, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	d.Client = client
	t.Cleanup(client.Close)
	return d
}

// tokenFile writes a file of user tokens that only this user may read.
func tokenFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tokens.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sim is a simulated Wise with one user, one profile, one recipient.
func sim(t *testing.T) (*simserver.Server, string) {
	t.Helper()
	s := simserver.New(simserver.Options{
		Clock: newClock().now, ClientID: clientID, ClientSecret: clientSecret, ClientKey: "client-key", PersonalToken: personal,
		UserTokens: map[int64]string{ada: adasRefresh},
	})
	server := httptest.NewServer(s)
	t.Cleanup(func() { s.Close(); server.Close() })
	s.AddProfile(simserver.Profile{ID: adas, User: ada, Name: "Ada Invented"})
	s.AddRecipient(simserver.Recipient{ID: rita, Profile: adas, Name: "Rita Recipient", Currency: "EUR", Country: "DE"})
	return s, server.URL
}

// wise is a server of a test's own; it hands out tokens by itself, with a new
// refresh token each time.
func wise(t *testing.T, answer http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("POST /oauth/token", func(w http.ResponseWriter, r *http.Request) {
		_, _ = fmt.Fprint(w, `{"access_token":"canary-access-token","token_type":"bearer","expires_in":43199}`)
	})
	mux.HandleFunc("/", answer)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// trouble asks for a transfer, which has to fail.
func (d *desk) trouble() *api.Error {
	d.t.Helper()
	_, err := d.Transfer(context.Background(), ada, 1)
	return d.troubleOf(err)
}

func (d *desk) troubleOf(err error) *api.Error {
	d.t.Helper()
	e := api.TroubleOf(err)
	if e == nil {
		d.t.Fatalf("got %v, want trouble", err)
	}
	return e
}
