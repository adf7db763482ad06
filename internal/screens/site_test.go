package screens

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/journal"
	"transferdesk/internal/projection"
	"transferdesk/internal/reason"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/web"
)

// now is the time on the clock of every site, once what it is to show has come.
var now = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)

// site is the whole server on a real database, reached over real HTTP.
type site struct {
	t       *testing.T
	url     string // http://127.0.0.1:PORT
	cfg     web.Config
	server  *web.Server
	signing testkit.Signing
	sent    int // deliveries so far
	clock   atomic.Pointer[time.Time]

	inPieces atomic.Bool // pages come in pieces

	mu    sync.Mutex
	seats map[auth.Role]*seat
}

// seat is one browser context, in which one person is signed in; role "" is nobody.
type seat struct {
	first *tab
	free  []*tab
}

// newSite starts one; change may alter its configuration.
func newSite(t *testing.T, change ...func(*web.Config)) *site {
	t.Helper()
	openBrowser(t)
	s := &site{t: t, signing: testkit.Signer(t), seats: map[auth.Role]*seat{}}
	s.clock.Store(&now)
	db, clock, log := testkit.DB(t), func() time.Time { return *s.clock.Load() }, slog.New(slog.NewTextHandler(io.Discard, nil))
	s.cfg = web.Config{
		DB: db, Journal: journal.New(db, s.signing.Keys, clock, log), Projector: projection.New(db, clock, log), Desk: desk.New(db, clock),
		Catalogue: reason.Builtin(), Clock: clock, Log: log, Environment: "SANDBOX", Version: "test",
	}
	t.Cleanup(func() { _ = s.cfg.Journal.Close() })
	for _, c := range change {
		c(&s.cfg)
	}
	var err error
	s.server, err = web.New(s.cfg)
	must(t, err)
	ln, err := web.Listen(context.Background(), "127.0.0.1:0")
	must(t, err)
	s.url = "http://" + ln.Addr().String()
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(ctx, ln, inPieces(s.inPieces.Load, s.server.Handler()), log) }()
	t.Cleanup(func() {
		s.leave()
		stop()
		must(t, <-ended)
	})
	return s
}

// email is that of the person of a role, whose password is testkit.Password.
func email(role auth.Role) string { return string(role) + "@example.com" }

// tab gives a tab of the person of a role, or of nobody, until the test ends. The person
// is added and signs in, with the keyboard, when first needed.
func (s *site) tab(t *testing.T, role auth.Role) *tab {
	t.Helper()
	got, back := s.lend(t, role)
	t.Cleanup(back)
	return got
}

// lend gives a tab until it is brought back. It is left empty then: a page keeps a
// stream open, and a browser has six connections to a host.
func (s *site) lend(t *testing.T, role auth.Role) (got *tab, back func()) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.seats[role]
	if at == nil {
		at = &seat{first: s.enter(t, role)}
		at.free = []*tab{at.first}
		s.seats[role] = at
	}
	if n := len(at.free); n > 0 {
		got, at.free = at.free[n-1], at.free[:n-1]
	} else {
		got = newTab(t, at.first.ctx, s.url)
	}
	got.t = t
	return got, func() {
		got.do(chromedp.Navigate("about:blank"))
		s.mu.Lock()
		defer s.mu.Unlock()
		at.free = append(at.free, got)
	}
}

// enter opens a browser context and signs in.
func (s *site) enter(t *testing.T, role auth.Role) *tab {
	t.Helper()
	tb := newTab(t, openBrowser(t), s.url, chromedp.WithNewBrowserContext())
	if role == "" {
		return tb
	}
	testkit.AddPerson(t, s.cfg.DB, email(role), role)
	tb.do(chromedp.Navigate(s.url+"/login"),
		chromedp.SendKeys(`input[name="email"]`, email(role)),
		chromedp.SendKeys(`input[name="password"]`, testkit.Password+"\r"),
		chromedp.WaitVisible(`[data-testid="feed-health"]`))
	return tb
}

// leave closes the tabs of all.
func (s *site) leave() {
	for _, at := range s.seats {
		must(s.t, chromedp.Cancel(at.first.ctx))
	}
}

// deliver sends signed bodies as Wise does, all of them now, and lets the projector
// read them.
func (s *site) deliver(bodies ...string) {
	s.t.Helper()
	var all []wisesim.Delivery
	for _, body := range bodies {
		s.sent++
		all = append(all, wisesim.Delivery{At: now, Body: []byte(body), DeliveryID: fmt.Sprintf("00000000-0000-4000-8000-%012d", s.sent)})
	}
	s.follow(all)
}

// follow sends deliveries, each when the clock shows its own time, and lets the
// projector read them.
func (s *site) follow(all []wisesim.Delivery) {
	s.t.Helper()
	client := wisesim.NewClient(1)
	defer client.CloseIdleConnections()
	defer s.clock.Store(&now)
	sender := wisesim.Sender{Target: s.url + "/webhooks/wise", Client: client, Signer: s.signing.Signer}
	for _, d := range all {
		s.clock.Store(&d.At)
		if status, err := sender.Send(context.Background(), d); err != nil || status != http.StatusOK {
			s.t.Fatalf("delivering: %d %v\n%.300s", status, err, d.Body)
		}
	}
	must(s.t, s.cfg.Projector.CatchUp(context.Background()))
}

// cli is the actor of the command line, who may add people.
func cli() auth.Actor { return auth.Actor{Kind: auth.CLI, Name: "test", Role: auth.Admin} }
