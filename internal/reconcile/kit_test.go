package reconcile_test

import (
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"transferdesk/internal/enrich"
	"transferdesk/internal/journal"
	"transferdesk/internal/projection"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/testkit"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/internal/wise/wisesim"
	"transferdesk/store"
)

// TestMain lets the property be tried ten times unless the command line says otherwise.
func TestMain(m *testing.M) {
	given := false
	flag.Parse()
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.checks" })
	if !given && flag.Set("rapid.checks", "10") != nil {
		os.Exit(1)
	}
	goleak.VerifyTestMain(m)
}

// start is when each test begins.
var start = time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)

// ours is the profile of most tests, of a user whom nobody has linked with it.
const ours, owner = 501, 601

// bench is a house with reconciliation in it, and a simulated Wise. Its clock moves
// when it is told to.
type bench struct {
	t       *testing.T
	path    string
	now     time.Time
	wise    *simserver.Server
	url     string
	options []func(*api.Config, *reconcile.Config)

	db        *store.DB
	journal   *journal.Journal
	projector *projection.Projector
	reconcile *reconcile.Reconciler
}

func newBench(t *testing.T, options ...func(*api.Config, *reconcile.Config)) *bench {
	t.Helper()
	b := &bench{t: t, path: testkit.DBPath(t), now: start, options: options}
	b.wise = simserver.New(simserver.Options{Clock: b.clock, PersonalToken: "personal", Limits: true,
		ClientID: "app", ClientSecret: "secret", UserTokens: map[int64]string{owner: "refresh"}})
	t.Cleanup(b.wise.Close)
	server := httptest.NewServer(b.wise)
	t.Cleanup(server.Close)
	b.url = server.URL
	b.open()
	t.Cleanup(b.close)
	return b
}

func (b *bench) clock() time.Time { return b.now }

// open opens the database and begins anew, as after a start.
func (b *bench) open() {
	b.t.Helper()
	log := slog.New(slog.DiscardHandler)
	db, err := store.Open(b.t.Context(), b.path, store.Options{})
	if err != nil {
		b.t.Fatal(err)
	}
	b.db = db
	b.journal = journal.New(db, testkit.Signer(b.t).Keys, b.clock, log)
	b.projector = projection.New(db, b.clock, log)
	asking := api.Config{BaseURL: b.url, PersonalToken: "personal", Clock: b.clock, LimitClock: b.clock, Log: log}
	cfg := reconcile.Config{Clock: b.clock, Log: log, Every: 10 * time.Minute}
	for _, change := range b.options {
		change(&asking, &cfg)
	}
	client, err := api.New(asking)
	if err != nil {
		b.t.Fatal(err)
	}
	cfg.DB, cfg.Journal, cfg.Projector, cfg.Wise, cfg.Enrich = db, b.journal, b.projector, client, enrich.New(db, client, b.clock, log)
	b.reconcile = reconcile.New(cfg)
}

func (b *bench) close() {
	_ = b.journal.Close()
	if err := b.db.Close(); err != nil {
		b.t.Error(err)
	}
}

// steps works for as long as the bench's clock says, a tenth of a second for each
// request, and until there is nothing to do any more.
func (b *bench) steps(while time.Duration) {
	b.t.Helper()
	for end := b.now.Add(while); ; {
		wait, err := b.reconcile.Step(b.t.Context())
		if err != nil {
			b.t.Fatal(err)
		}
		if wait = max(wait, 100*time.Millisecond); b.now.Add(wait).After(end) {
			b.now = end
			return
		}
		b.now = b.now.Add(wait)
	}
}

// hear lets Wise's webhook of a state come in.
func (b *bench) hear(id, profile int64, from, to transfer.State, at time.Time) {
	b.t.Helper()
	b.receive(id, profile, from, to, at)
	if err := b.projector.CatchUp(b.t.Context()); err != nil {
		b.t.Fatal(err)
	}
}

// receive lets it come in, and nobody has folded it yet.
func (b *bench) receive(id, profile int64, from, to transfer.State, at time.Time) {
	b.t.Helper()
	news := wisesim.News{Kind: transfer.StateChange, Transfer: id, Profile: profile, Account: id + 1000, From: from, To: to, At: at}
	body := news.Body("7aa8c662-a2dc-4741-8c09-84101c92109f", "4.0.0", at)
	_, err := b.db.Accept(b.t.Context(), store.Arrival{Body: body, SHA256: sha256.Sum256(body), ReceivedAt: b.now, KeyName: "test"})
	if err != nil {
		b.t.Fatal(err)
	}
}

// sim lets Wise have a transfer, and tells nobody.
func (b *bench) sim(id, profile int64, state transfer.State, created time.Time) {
	b.wise.AddTransfer(simserver.Transfer{ID: id, Profile: profile, Recipient: id + 1000, Status: string(state), Created: created,
		SourceCurrency: "GBP", SourceValue: "100.50", TargetCurrency: "EUR", TargetValue: "115.10"})
}

// known lets Wise have a transfer in a state that both sides know.
func (b *bench) known(id, profile int64, state transfer.State, created time.Time) {
	b.t.Helper()
	b.sim(id, profile, state, created)
	b.hear(id, profile, "", state, created)
}

// profile adds one at Wise.
func (b *bench) profile(ids ...int64) {
	for _, id := range ids {
		b.wise.AddProfile(simserver.Profile{ID: id, User: owner})
	}
}

// move changes a state at Wise silently, as if the webhook was lost.
func (b *bench) move(id int64, to transfer.State) {
	b.t.Helper()
	if err := b.wise.SetStatus(id, string(to), true); err != nil {
		b.t.Fatal(err)
	}
}

// look reads.
func look[T any](b *bench, read func(*store.Reader) (T, error)) (got T) {
	b.t.Helper()
	err := b.db.Read(context.Background(), func(r *store.Reader) (err error) {
		got, err = read(r)
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return got
}

func (b *bench) findings() []store.ReconcileFinding {
	b.t.Helper()
	return look(b, func(r *store.Reader) ([]store.ReconcileFinding, error) {
		page, err := r.ReconcileFindings(store.FindingFilter{Limit: 200})
		return page.Rows, err
	})
}

// found puts the findings into words, newest first.
func (b *bench) found() string {
	b.t.Helper()
	var all []string
	for _, f := range b.findings() {
		text := fmt.Sprintf("%d %s %s>%s", f.Transfer, f.Kind, f.Ours, f.Theirs)
		if !f.ExplainedAt.IsZero() {
			text += " explained"
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

// want compares the findings.
func (b *bench) want(found string) {
	b.t.Helper()
	if got := b.found(); got != found {
		b.t.Errorf("found %q, want %q", got, found)
	}
}

func (b *bench) facts(id int64) transfer.Facts {
	b.t.Helper()
	if err := b.projector.CatchUp(b.t.Context()); err != nil {
		b.t.Fatal(err)
	}
	return look(b, func(r *store.Reader) (transfer.Facts, error) { return r.Transfer(id) })
}

func (b *bench) lastRound() store.ReconcileRound {
	b.t.Helper()
	return look(b, func(r *store.Reader) (store.ReconcileRound, error) {
		round, _, err := r.LastReconcileRound()
		return round, err
	})
}

// asked counts the requests whose path has a beginning.
func (b *bench) asked(path string) (n int) {
	for _, r := range b.wise.Requests() {
		if strings.HasPrefix(r.Path, path) {
			n++
		}
	}
	return n
}

type (
	apiConfig       = api.Config
	reconcileConfig = reconcile.Config
)

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// seenOf is what a round learns of a state.
func seenOf(id int64, state transfer.State, at time.Time) wise.Seen {
	return wise.Seen{Transfer: id, Profile: ours, Account: id + 1000, Status: string(state), AskedAt: at}
}
