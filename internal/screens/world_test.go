package screens

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/desk"
	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/web"
)

// world is a site that a company has used for two months: transfers at every stage,
// customers with cards, cases and restricted accounts, a simulated Wise that answers.
type world struct {
	*site
	plan  wisesim.Plan
	sim   *simserver.Server
	lives map[string]life // the first of each code
}

// newWorld builds one and lets everything of a plan arrive.
func newWorld(t *testing.T, plan wisesim.Plan) *world {
	t.Helper()
	w := &world{plan: plan, lives: map[string]life{}}
	tokens, users := userTokens(t, w.plan.World())
	w.sim = simserver.New(simserver.Options{
		Clock: func() time.Time { return now }, ClientID: "client", ClientSecret: "secret", ClientKey: "key", PersonalToken: "personal", UserTokens: users, Speed: 60,
	})
	served := httptest.NewServer(w.sim)
	t.Cleanup(func() { w.sim.Close(); served.Close() })
	w.site = newSite(t, func(cfg *web.Config) {
		client, err := api.New(api.Config{
			BaseURL: served.URL, ClientID: "client", ClientSecret: "secret", ClientKey: "key", PersonalToken: "personal", UserTokens: tokens, Clock: cfg.Clock, Log: cfg.Log,
		})
		must(t, err)
		t.Cleanup(client.Close)
		cfg.Wise, cfg.Enrich = client, enrich.New(cfg.DB, client, cfg.Clock, cfg.Log)
	})
	w.sim.Populate(w.plan.World())
	w.sim.PopulateSubscriptions(w.plan.World(), w.url+"/webhooks/wise")
	w.name()
	w.follow(w.plan.Deliveries())
	w.work()
	return w
}

// live lets the first life of each answer's code arrive too.
func (w *world) live(t *testing.T) {
	t.Helper()
	var bodies []string
	for _, l := range lives(t) {
		if _, there := w.lives[l.code]; !there {
			w.lives[l.code] = l
			bodies = append(bodies, l.bodies...)
		}
	}
	w.deliver(bodies...)
}

// userTokens writes the file of the users' refresh tokens.
func userTokens(t *testing.T, of wisesim.World) (path string, users map[int64]string) {
	t.Helper()
	path, users = filepath.Join(t.TempDir(), "tokens.csv"), map[int64]string{}
	lines := "user_id,refresh_token\n"
	for _, p := range of.Profiles {
		users[p.User] = fmt.Sprintf("refresh-%d", p.User)
		lines += fmt.Sprintf("%d,refresh-%d\n", p.User, p.User)
	}
	must(t, os.WriteFile(path, []byte(lines), 0o600))
	return path, users
}

// name imports the directory of the plan's customers.
func (w *world) name() {
	w.t.Helper()
	text := "reference,name,email,profile_id,user_id\n"
	for _, c := range w.plan.Customers() {
		text += strings.TrimSuffix(fmt.Sprintf("%s,%s,%s,%d,%d", c.Reference, c.Name, c.Email, c.Profile, c.User), "0") + "\n"
	}
	_, err := w.cfg.Desk.ImportCustomers(context.Background(), cli(), desk.Import{From: strings.NewReader(text), SkipBad: true, Bad: func(*customer.BadLine) {}})
	must(w.t, err)
}

// work lets what asks Wise run until the test ends.
func (w *world) work() {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.cfg.Enrich.Run(ctx) }()
	w.t.Cleanup(func() {
		cancel()
		must(w.t, <-ended)
	})
}

// page is the address of the page of the first life with an answer's code.
func (w *world) page(code string) string {
	w.t.Helper()
	l, there := w.lives[code]
	if !there {
		w.t.Fatalf("no life is answered %q", code)
	}
	return fmt.Sprintf("/transfers/%d", l.transfer)
}

// link is the first link of a page that begins and ends with these.
func (w *world) link(t *testing.T, as auth.Role, page, prefix, suffix string) string {
	t.Helper()
	tb, back := w.lend(t, as)
	defer back()
	tb.open(page)
	found := eval[string](tb, `[...document.querySelectorAll("main a[href]"), { getAttribute: () => "" }].map(one => one.getAttribute("href"))
		.find(href => !href || href.startsWith(`+quoted(prefix)+`) && href.endsWith(`+quoted(suffix)+`) && !href.includes("#"))`)
	if found == "" {
		t.Errorf("%s has no link to %s…%s", page, prefix, suffix)
	}
	return found
}
