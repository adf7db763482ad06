package api_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"transferdesk/internal/wise/api"
)

// bank is a Wise that hands out tokens of its own kind, and remembers what it was asked.
type bank struct {
	*httptest.Server
	mu      sync.Mutex
	grants  []string            // what the token endpoint was asked, in order
	bearers []string            // what the others were asked with
	refuse  map[string]string   // refresh token → answer with 401
	dead    map[string]bool     // access tokens that are not taken any more
	rotate  func(string) string // the next refresh token; nil: none
	before  func()              // called before a token is handed out
	used    func()              // called when one is used
}

func newBank(t *testing.T) *bank {
	t.Helper()
	b := &bank{refuse: map[string]string{}, dead: map[string]bool{}}
	b.Server = httptest.NewServer(b)
	t.Cleanup(b.Close)
	return b
}

func (b *bank) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r.URL.Path == "/oauth/token" {
		b.grant(w, r)
		return
	}
	token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	b.bearers = append(b.bearers, token)
	if b.used != nil {
		b.used()
	}
	if b.dead[token] {
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = fmt.Fprint(w, `{"error":"invalid_token"}`)
		return
	}
	_, _ = fmt.Fprint(w, `{"id":1,"status":"processing"}`)
}

func (b *bank) grant(w http.ResponseWriter, r *http.Request) {
	id, secret, _ := r.BasicAuth()
	refresh := r.FormValue("refresh_token")
	b.grants = append(b.grants, strings.Join([]string{r.FormValue("grant_type"), refresh, id, secret}, " "))
	if b.before != nil {
		b.before()
	}
	if body, refused := b.refuse[refresh]; refused {
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = fmt.Fprint(w, body)
		return
	}
	next := ""
	if b.rotate != nil && refresh != "" {
		next = fmt.Sprintf(`"refresh_token":%q,`, b.rotate(refresh))
	}
	_, _ = fmt.Fprintf(w, `{"access_token":"access-%d",%s"token_type":"bearer","expires_in":43199}`, len(b.grants), next)
}

// with changes the bank while nobody is served.
func (b *bank) with(change func(*bank)) {
	b.mu.Lock()
	defer b.mu.Unlock()
	change(b)
}

func (b *bank) seen() (grants, bearers []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Clone(b.grants), slices.Clone(b.bearers)
}

func (d *desk) ok(user int64) {
	d.t.Helper()
	if _, err := d.Transfer(context.Background(), user, 1); err != nil {
		d.t.Fatalf("user %d: %v", user, err)
	}
}

func TestTheUsersTokenSpeaksThenThePersonalOneThenNone(t *testing.T) {
	b := newBank(t)
	d := ask(t, b.URL, nil)
	d.ok(ada)
	d.ok(bob)
	d.ok(0)
	if _, bearers := b.seen(); !slices.Equal(bearers, []string{"access-1", personal, personal}) {
		t.Errorf("asked with %q", bearers)
	}
	for user, want := range map[int64]api.Access{ada: api.ByUserToken, bob: api.ByPersonalToken, 0: api.ByPersonalToken} {
		if got := d.Access(user); got != want {
			t.Errorf("user %d: %q, want %q", user, got, want)
		}
	}
	without := ask(t, b.URL, func(cfg *api.Config) { cfg.PersonalToken = "" })
	_, err := without.Transfer(context.Background(), bob, 1)
	if e := without.troubleOf(err); e.Kind != api.NoToken || e.Sent || without.Access(bob) != api.ByNone {
		t.Errorf("without one: %+v", e)
	}
}

func TestWithoutCredentialsEveryOperationSaysWhich(t *testing.T) {
	for _, cfg := range []api.Config{{}, {BaseURL: "https://api.wise.com"}} {
		client, err := api.New(cfg)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range operations() {
			e := api.TroubleOf(o.ask(context.Background(), client))
			if e == nil || e.Kind != api.NoToken && e.Kind != api.NotConfigured || e.Sent || !strings.Contains(e.Text(), "An admin can") {
				t.Errorf("%s: %+v", o.name, e)
			}
		}
	}
	keyless, err := api.New(api.Config{BaseURL: "https://api.wise.com", ClientID: "a", ClientSecret: "b"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = keyless.Subscriptions(context.Background(), api.Scope{})
	if e := api.TroubleOf(err); e == nil || e.Kind != api.NotConfigured || !strings.Contains(e.Text(), "--wise-client-key") {
		t.Errorf("without the key: %+v", e)
	}
}

func TestATokenIsKeptUntilShortlyBeforeItEnds(t *testing.T) {
	b := newBank(t)
	d := ask(t, b.URL, nil)
	for _, step := range []struct {
		pass time.Duration
		want int
	}{{0, 1}, {time.Hour, 1}, {10*time.Hour + 50*time.Minute, 1}, {5 * time.Minute, 2}} {
		d.clock.pass(step.pass)
		if _, err := d.Case(context.Background(), 1); err != nil {
			t.Fatal(err)
		}
		if grants, _ := b.seen(); len(grants) != step.want || grants[0] != "client_credentials  "+clientID+" "+clientSecret {
			t.Errorf("after %v more: %d grants, want %d", step.pass, len(grants), step.want)
		}
	}
}

func TestAllWhoWantATokenAtOnceAskForOne(t *testing.T) {
	b := newBank(t)
	b.rotate = func(old string) string { return old + "-next" }
	d := ask(t, b.URL, nil)
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() { d.ok(ada) })
		all.Go(func() {
			if _, err := d.Case(context.Background(), 1); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	grants, _ := b.seen()
	slices.Sort(grants)
	if len(grants) != 2 || !strings.HasPrefix(grants[0], "client_credentials") || !strings.HasPrefix(grants[1], "refresh_token "+adasRefresh) {
		t.Errorf("grants: %q", grants)
	}
}

func TestATokenThatIsNotTakenAnyMoreIsReplacedOnce(t *testing.T) {
	b := newBank(t)
	d := ask(t, b.URL, nil)
	d.ok(ada)
	b.with(func(b *bank) { b.dead["access-1"] = true })
	d.ok(ada)
	if grants, bearers := b.seen(); len(grants) != 2 || !slices.Equal(bearers, []string{"access-1", "access-1", "access-2"}) {
		t.Errorf("grants %q, bearers %q", grants, bearers)
	}
	b.with(func(b *bank) { b.dead["access-2"], b.dead["access-3"] = true, true })
	if e := d.trouble(); e.Kind != api.Refused {
		t.Errorf("got %+v", e)
	}
	if grants, bearers := b.seen(); len(grants) != 3 || len(bearers) != 5 {
		t.Errorf("then %d grants, %d bearers", len(grants), len(bearers))
	}
}

func TestADeadGrantIsToldAndLeftAlone(t *testing.T) {
	b := newBank(t)
	b.refuse[adasRefresh] = `{"error":"invalid_grant","error_description":"Invalid refresh token: ` + adasRefresh + `"}`
	d := ask(t, b.URL, nil)
	background := func() *api.Error {
		_, err := d.Transfer(api.Background(context.Background()), ada, 1)
		return d.troubleOf(err)
	}
	steps := []struct {
		name  string
		ask   func() *api.Error
		tries int
	}{
		{"the first", background, 1},
		{"nobody waits", background, 1},
		{"a person asks", d.trouble, 2},
		{"nobody waits again", background, 2},
		{"ten minutes later", func() *api.Error { d.clock.pass(10*time.Minute + time.Second); return background() }, 3},
	}
	for _, step := range steps {
		e := step.ask()
		grants, bearers := b.seen()
		if e.Kind != api.GrantRevoked || e.Sent || !e.Undone() || len(grants) != step.tries || len(bearers) != 0 {
			t.Errorf("%s: %+v after %d tries, want %d", step.name, e, len(grants), step.tries)
		}
		if len(e.Details) == 0 || strings.Contains(fmt.Sprintf("%+v %s", *e, e.Error()), adasRefresh) {
			t.Errorf("%s: the details are %+v", step.name, e.Details)
		}
	}
	h := d.Health()
	if len(h.Users) != 1 || h.Users[0].User != ada || h.Users[0].Refused == nil || h.Users[0].Refused.Kind != api.GrantRevoked || !h.Users[0].At.Equal(d.clock.now()) {
		t.Errorf("health: %+v", h.Users)
	}
	b.with(func(b *bank) { delete(b.refuse, adasRefresh) })
	d.ok(ada)
	if h := d.Health(); h.Users[0].Refused != nil || !h.Users[0].Granted.Equal(d.clock.now()) {
		t.Errorf("health once it works: %+v", h.Users[0])
	}
	b.with(func(b *bank) {
		b.refuse[adasRefresh], b.dead = `{"error":"invalid_grant"}`, map[string]bool{"access-4": true}
	})
	if e := d.trouble(); e.Kind != api.GrantRevoked {
		t.Errorf("dead again: %+v", e)
	}
	write(t, d.tokens, fmt.Sprintf("%d,another-refresh-token\n", ada))
	if _, err := d.Transfer(api.Background(context.Background()), ada, 1); err != nil {
		t.Errorf("with a new token in the file: %v", err)
	}
	if h := d.Health(); h.Users[0].Refused != nil {
		t.Errorf("health after that: %+v", h.Users[0])
	}
}

func TestATokenIsNotLostWhenWhoAskedHasGone(t *testing.T) {
	b := newBank(t)
	ctx, hangUp := context.WithCancel(context.Background())
	b.rotate, b.before = func(string) string { return "rotated" }, hangUp
	d := ask(t, b.URL, nil)
	if _, err := d.Transfer(ctx, ada, 1); d.troubleOf(err).Sent {
		t.Errorf("got %v", err)
	}
	d.Close() // waits for what is under way
	if got := read(t, d.tokens); !strings.Contains(got, "501,rotated\n") {
		t.Errorf("the file says %q", got)
	}
}

func TestCredentialsThatAreNotTakenAreNobodysGrant(t *testing.T) {
	b := newBank(t)
	b.refuse[""] = `{"error":"invalid_grant"}`
	_, err := ask(t, b.URL, nil).Case(context.Background(), 1)
	if e := api.TroubleOf(err); e == nil || e.Kind != api.Refused || e.Sent {
		t.Errorf("got %+v", e)
	}
}

// write replaces a file as an editor would: with another inode, or another time.
func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path+".new", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
}
