package enrich_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"transferdesk/internal/enrich"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
	"transferdesk/store"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// The user, the profile, the transfer and the recipient that every world has.
const (
	ada      = 501
	adas     = 601
	rita     = 701
	payment  = 801
	personal = "personal-token"
	refresh  = "adas-refresh-token"
)

// clock is a clock that a test moves.
type clock struct {
	mu sync.Mutex
	at time.Time
}

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

// world is an enricher with a database and a simulated Wise.
type world struct {
	*enrich.Enricher
	t     *testing.T
	db    *store.DB
	sim   *simserver.Server
	clock *clock
	wise  *api.Client
}

// newWorld makes one; gate may stand before Wise.
func newWorld(t *testing.T, gate func(http.Handler) http.Handler) *world {
	t.Helper()
	w := &world{t: t, db: testkit.DB(t), clock: &clock{at: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)}}
	w.sim = simserver.New(simserver.Options{
		Clock: w.clock.now, ClientID: "client", ClientSecret: "secret", ClientKey: "key", PersonalToken: personal, UserTokens: map[int64]string{ada: refresh},
	})
	w.sim.AddProfile(simserver.Profile{ID: adas, User: ada, Name: "Ada Invented"})
	w.sim.AddRecipient(simserver.Recipient{ID: rita, Profile: adas, Name: "Rita Recipient", Currency: "EUR", Country: "DE"})
	w.sim.AddTransfer(simserver.Transfer{ID: payment, Profile: adas, Recipient: rita, SourceCurrency: "GBP", SourceValue: "100.00",
		TargetCurrency: "EUR", TargetValue: "115.20", Reference: "Invoice 7", Created: w.clock.now()})
	var handler http.Handler = w.sim
	if gate != nil {
		handler = gate(handler)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(func() { w.sim.Close(); server.Close() })
	w.wise = w.client(server.URL)
	w.Enricher = enrich.New(w.db, w.wise, w.clock.now, slog.New(slog.DiscardHandler))
	return w
}

// client asks with a token of Ada's and one for all.
func (w *world) client(url string) *api.Client {
	w.t.Helper()
	tokens := filepath.Join(w.t.TempDir(), "tokens.csv")
	if err := os.WriteFile(tokens, []byte(fmt.Sprintf("user_id,refresh_token\n%d,%s\n", ada, refresh)), 0o600); err != nil {
		w.t.Fatal(err)
	}
	client, err := api.New(api.Config{BaseURL: url, ClientID: "client", ClientSecret: "secret", ClientKey: "key", PersonalToken: personal, UserTokens: tokens, Clock: w.clock.now})
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(client.Close)
	return client
}

// kept is what is kept of a question.
func (w *world) kept(kind store.AnswerKind, id int64) (a store.WiseAnswer) {
	w.t.Helper()
	if err := w.db.Read(w.t.Context(), func(r *store.Reader) error {
		all, err := r.WiseAnswers(kind, []int64{id})
		a = all[id]
		return err
	}); err != nil {
		w.t.Fatal(err)
	}
	return a
}

// run lets the workers work until the test ends, or stop is called.
func (w *world) run() (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			w.t.Errorf("the workers ended with %v", err)
		}
	})
	w.t.Cleanup(stop)
	return stop
}

// settled waits until a question is neither asked nor waiting.
func (w *world) settled(q enrich.Question) {
	w.t.Helper()
	for w.Asking(q) {
		if w.t.Context().Err() != nil {
			w.t.Fatal("the question is never answered")
		}
		runtime.Gosched()
	}
}

// asked counts the requests to paths with that ending.
func (w *world) asked(ending string) (n int) {
	for _, r := range w.sim.Requests() {
		if strings.HasSuffix(r.Path, ending) {
			n++
		}
	}
	return n
}

// details is the question for the transfer that every world has, in Ada's name.
func details() enrich.Question {
	return enrich.Question{Kind: store.OfTransferDetails, ID: payment, User: ada}
}
