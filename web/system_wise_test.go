package web

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
)

// askedSite is a site with a client of a simulated Wise, and two users' tokens: that
// of 501 is good, that of 502 is not.
func askedSite(t *testing.T) (*site, *api.Client, *simserver.Server) {
	t.Helper()
	sim := simserver.New(simserver.Options{
		Clock: func() time.Time { return testNow }, ClientID: "client-id", ClientSecret: "canary-secret", PersonalToken: "canary-personal",
		UserTokens: map[int64]string{501: "canary-refresh"},
	})
	server := httptest.NewServer(sim)
	t.Cleanup(func() { sim.Close(); server.Close() })
	tokens := filepath.Join(t.TempDir(), "tokens.csv")
	if err := os.WriteFile(tokens, []byte("501,canary-refresh\n502,canary-dead\n503,canary-unused\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	client, err := api.New(api.Config{
		BaseURL: server.URL, ClientID: "client-id", ClientSecret: "canary-secret", PersonalToken: "canary-personal", UserTokens: tokens,
		Clock: func() time.Time { return testNow.Add(-3 * time.Minute) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	sim.AddProfile(simserver.Profile{ID: 601, User: 501})
	return newSite(t, func(cfg *Config) { cfg.Wise = client }), client, sim
}

func TestTheSystemPageSaysHowWisesAPIHasBeen(t *testing.T) {
	s, client, sim := askedSite(t)
	admin := s.signIn(auth.Admin)
	if got := testid(admin.page("/admin/system"), "wise-api"); !strings.Contains(got, "Ready") || !strings.Contains(got, "Last troublenone since the start") {
		t.Errorf("before anything was asked: %q", got)
	}
	ctx := context.Background()
	if _, err := client.Profile(ctx, 501, 601); err != nil {
		t.Fatal(err)
	}
	_, err := client.Profile(ctx, 502, 601)
	trouble := api.TroubleOf(err)
	if trouble == nil || trouble.Kind != api.GrantRevoked {
		t.Fatalf("got %v", err)
	}
	doc := admin.page("/admin/system")
	got := folded(doc.Find(`[data-testid="wise-api"]`).Text())
	for _, want := range []string{
		"Well", "http://127.0.0.1", "Client credentialsset", "Client keynot set", "Personal tokenset", "Users’ tokens3, 1 of them refused",
		"100 requests a second and 1000 a minute", "3 min ago", "3 requests; calls without success: 1", trouble.TraceID, trouble.Correlation, "no longer takes this user’s token",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
	rows := doc.Find(`[data-testid="wise-tokens"] tbody tr`)
	for i, want := range []string{"502Refused", "501Taken", "503Not used yet"} {
		if text := folded(rows.Eq(i).Text()); !strings.HasPrefix(text, want) {
			t.Errorf("row %d: %q, want %q", i, text, want)
		}
	}
	if rows.Eq(0).Find(`a[href="/users/502"]`).Length() != 1 {
		t.Error("a refused token does not lead to its user")
	}
	sim.Fail(simserver.Failure{Mode: simserver.Garbage})
	_, _ = client.Profile(ctx, 501, 601)
	if got := testid(admin.page("/admin/system"), "wise-api"); !strings.Contains(got, "In trouble") {
		t.Errorf("after an answer that nobody can read: %q", got)
	}
	sim.Fail(simserver.Failure{Mode: simserver.ServerError})
	for range 5 {
		_, _ = client.Profile(ctx, 501, 601)
	}
	doc = admin.page("/admin/system")
	if got := testid(doc, "wise-api"); !strings.Contains(got, "Paused") || !strings.Contains(got, "Nothing is sent until 21 Nov 2026, 07:5") {
		t.Errorf("with the breaker open: %q", got)
	}
	if html, _ := doc.Html(); strings.Contains(html, "canary") {
		t.Error("the page holds a secret")
	}
}

func TestTheSystemPageSaysWhatIsNotSet(t *testing.T) {
	s := newSite(t)
	got := testid(s.signIn(auth.Admin).page("/admin/system"), "wise-api")
	for _, want := range []string{"Not asked", "No credentials are set", "Client credentialsnot set", "Personal tokennot set", "Users’ tokensnone"} {
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q in it", got, want)
		}
	}
}
