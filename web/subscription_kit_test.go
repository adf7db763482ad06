package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
)

// wiseSite is a site that is connected to a simulated Wise, which sends its webhooks
// to it over real HTTP.
type wiseSite struct {
	*site
	sim  *simserver.Server
	lead *browser
}

// The profile that is linked to a user whose token there is; the application has the
// key "key".
const subscribedProfile, subscribedUser = 16055450, 7788991

// newWiseSite starts one, with a lead who is signed in. Webhooks are signed by
// signer; nil: by the key that the site takes.
func newWiseSite(t *testing.T, signer *wisesim.Signer) *wiseSite {
	t.Helper()
	w := &wiseSite{}
	if signer == nil {
		signer = testkit.Signer(t).Signer
	}
	w.sim = simserver.New(simserver.Options{
		Clock: func() time.Time { return w.now }, ClientID: "client", ClientSecret: "secret", ClientKey: "key", UserTokens: map[int64]string{subscribedUser: "refresh"}, Signer: signer, Speed: 1e-6,
	})
	served := httptest.NewServer(w.sim)
	t.Cleanup(func() { w.sim.Close(); served.Close() })
	tokens := filepath.Join(t.TempDir(), "tokens.csv")
	must(t, os.WriteFile(tokens, []byte("user_id,refresh_token\n7788991,refresh\n"), 0o600))
	w.site = newSite(t, func(cfg *Config) {
		client, err := api.New(api.Config{BaseURL: served.URL, ClientID: "client", ClientSecret: "secret", ClientKey: "key", UserTokens: tokens, Clock: cfg.Clock, Log: cfg.Log})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(client.Close)
		cfg.Wise = client
	})
	t.Cleanup(w.server.Cfg.AtWise.Close)
	w.sim.AddProfile(simserver.Profile{ID: subscribedProfile, User: subscribedUser, Name: "Erika Mustermann"})
	w.directory("C-1,Erika Mustermann,,16055450,7788991")
	w.lead = w.signIn(auth.Lead)
	return w
}

// ours is the address at which the site takes webhooks.
func (w *wiseSite) ours() string { return w.http.URL + "/webhooks/wise" }

// has gives Wise a subscription; nothing is sent for it.
func (w *wiseSite) has(one simserver.Subscription) {
	w.sim.AddSubscription(one)
}

// asks has Wise asked for a list through the page.
func (w *wiseSite) asks(profile string) {
	w.t.Helper()
	if answer := w.lead.submit("/admin/subscriptions/ask", url.Values{"profile": {profile}}); answer.StatusCode != http.StatusSeeOther {
		w.t.Fatalf("asking Wise: got %d", answer.StatusCode)
	}
}

// follow submits a form and opens the page that it leads to.
func (w *wiseSite) follow(path string, form url.Values) *goquery.Document {
	w.t.Helper()
	answer := w.lead.submit(path, form)
	to := answer.Header.Get("Location")
	if answer.StatusCode != http.StatusSeeOther {
		w.t.Fatalf("%s: got %d\n%s", path, answer.StatusCode, body(w.t, answer))
	}
	return w.lead.page(to)
}

// coverage reads the row of an event type: application, profile, last event.
func coverage(doc *goquery.Document, event string) (cells []string) {
	doc.Find(`[data-testid="coverage"] tbody tr`).Each(func(_ int, row *goquery.Selection) {
		if folded(row.Find("th .id").Text()) == event {
			row.Find("td").Each(func(_ int, cell *goquery.Selection) { cells = append(cells, folded(cell.Text())) })
		}
	})
	return cells
}

// asked counts the requests that Wise got.
func (w *wiseSite) asked(method, path string) (n int) {
	for _, r := range w.sim.Requests() {
		if r.Method == method && strings.HasSuffix(r.Path, path) {
			n++
		}
	}
	return n
}

// wants checks that a text holds others.
func wants(t *testing.T, what, got string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(got, text) {
			t.Errorf("%s: got %q, want %q in it", what, got, text)
		}
	}
}
