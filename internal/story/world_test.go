package story

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/journal"
	"transferdesk/internal/projection"
	"transferdesk/internal/reason"
	"transferdesk/internal/testkit"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/web"
)

// world is the whole server on a real database, with a clock that a life moves.
type world struct {
	t       *testing.T
	life    life
	now     time.Time
	db      *store.DB
	book    *journal.Journal
	desk    *desk.Desk
	project *projection.Projector
	router  http.Handler
	signing testkit.Signing
	token   string        // of the API
	learned map[int64]int // numbers of what we learned by asking, by our id of the delivery
}

// newWorld starts one with the settings of a life.
func newWorld(t *testing.T, l life) *world {
	t.Helper()
	w := &world{t: t, life: l, now: l.settings.now, db: newDatabase(t), signing: testkit.Signer(t), learned: map[int64]int{}}
	clock := func() time.Time { return w.now }
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	w.book = journal.New(w.db, w.signing.Keys, clock, log)
	t.Cleanup(func() { _ = w.book.Close() })
	w.desk = desk.New(w.db, clock)
	w.project = projection.New(w.db, clock, log)
	server, err := web.New(web.Config{
		DB: w.db, Journal: w.book, Projector: w.project, Desk: w.desk, Catalogue: reason.Builtin(), Clock: clock, Log: log,
		Environment: "SANDBOX", Version: "test", Funding: l.settings.funding, Company: l.settings.company,
	})
	w.must(err)
	w.router = server.Handler()
	w.token, err = w.desk.AddToken(context.Background(), admin(), "", "story", auth.Lead)
	w.must(err)
	w.settle()
	return w
}

// migrated is a new database as a file, made once: there are hundreds of worlds.
var migrated = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "story")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "new.db")
	db, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// newDatabase opens a copy of it.
func newDatabase(t *testing.T) *store.DB {
	t.Helper()
	file, err := migrated()
	if err != nil {
		t.Fatalf("making a database: %v", err)
	}
	path := testkit.DBPath(t)
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return testkit.OpenDB(t, path, store.Options{})
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatalf("%s: %v", w.life.name, err)
	}
}

// admin is the actor of the command line.
func admin() auth.Actor { return auth.Actor{Kind: auth.CLI, Name: "test", Role: auth.Admin} }

// settle puts there what is in none of Wise's events: who is linked with whom, and
// what Wise's API has said of the payout.
func (w *world) settle() {
	w.t.Helper()
	s := w.life.settings
	if s.linked[0] != 0 {
		w.must(w.desk.ChangeLink(context.Background(), admin(), "", desk.LinkChange{Profile: s.linked[0], User: s.linked[1], Note: "they called"}))
	}
	if !s.estimate.At.IsZero() {
		w.said(store.OfEstimate, s.estimate.FetchedAt, api.Estimate{At: s.estimate.At})
	}
	if s.payout != "" {
		w.said(store.OfPayout, s.payoutAt, api.Payout{Reference: s.payout})
	}
}

// said keeps what Wise's API said of the transfer.
func (w *world) said(kind store.AnswerKind, at time.Time, what any) {
	w.t.Helper()
	value, err := json.Marshal(what)
	w.must(err)
	w.must(w.db.Write(context.Background(), store.LaneAct, func(tx *store.Tx) error {
		return tx.SaveWiseAnswer(store.WiseAnswer{Kind: kind, ID: w.life.settings.transfer, Value: value, FetchedAt: at, TriedAt: at})
	}))
}

// receive takes a delivery in at that time.
func (w *world) receive(d delivery, at time.Time) {
	w.t.Helper()
	w.now = at
	if d.kind == asked {
		w.learn(d)
		return
	}
	req := httptest.NewRequest(http.MethodPost, "/webhooks/wise", strings.NewReader(d.body))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Signature-SHA256", w.signing.Sign([]byte(d.body)))
	req.Header.Set("X-Delivery-Id", fmt.Sprintf("00000000-0000-4000-8000-%012d", d.number))
	if got := w.ask(req); got.Code != http.StatusOK {
		w.t.Fatalf("%s: delivery %d was answered %d", w.life.name, d.number, got.Code)
	}
}

// learn keeps what Wise's API said when we asked for the transfer.
func (w *world) learn(d delivery) {
	w.t.Helper()
	seen, err := d.seen()
	w.must(err)
	id, err := w.book.Learn(context.Background(), seen)
	w.must(err)
	w.learned[id] = d.number
}

func (w *world) ask(req *http.Request) *httptest.ResponseRecorder {
	req.Host = "127.0.0.1"
	got := httptest.NewRecorder()
	w.router.ServeHTTP(got, req)
	return got
}

// catchUp lets the projector read what has come.
func (w *world) catchUp() {
	w.t.Helper()
	w.must(w.project.CatchUp(context.Background()))
}

// numbers gives, for our id of a delivery, its number in the file: of a body that
// came several times the first.
func (w *world) numbers() map[int64]int {
	w.t.Helper()
	conn, err := sql.Open("sqlite3", "file:"+w.db.Path()+"?mode=ro&_busy_timeout=5000")
	w.must(err)
	defer func() { _ = conn.Close() }()
	rows, err := conn.Query(`SELECT id, body_sha256 FROM deliveries`)
	w.must(err)
	defer func() { _ = rows.Close() }()
	numbers := maps.Clone(w.learned)
	for rows.Next() {
		var id int64
		var hash []byte
		w.must(rows.Scan(&id, &hash))
		if n := w.life.numberOf(hash); n != 0 {
			numbers[id] = n
		}
	}
	w.must(rows.Err())
	return numbers
}
