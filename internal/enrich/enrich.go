// Package enrich asks Wise's API about what pages show, and keeps each answer with
// its time. Pages read what is kept and never wait for Wise.
package enrich

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// patience is how long a person waits for Wise at most.
const patience = 5 * time.Second

// The background leaves most of Wise's limits (1,000 requests a minute) to people
// and to the rounds of reconciliation: two that ask at once, each with a pause
// after, make at most some 480 requests a minute.
const (
	workers = 2
	pause   = 250 * time.Millisecond
)

// Enricher asks. It is safe for use by many goroutines; Run must run for Want to
// have an effect.
type Enricher struct {
	db      *store.DB
	wise    *api.Client
	clock   func() time.Time
	log     *slog.Logger
	started time.Time // troubles of our own settings from before are tried again
	queue   *queue
	pause   time.Duration // after each request of a worker
}

// New makes one.
func New(db *store.DB, wise *api.Client, clock func() time.Time, log *slog.Logger) *Enricher {
	return &Enricher{db: db, wise: wise, clock: clock, log: log, started: clock(), queue: newQueue(), pause: pause}
}

// Want has Wise asked in the background, unless what is kept is fresh or a last
// trouble says to wait. It returns at once; what does not fit the queue is dropped,
// since the next view asks again.
func (e *Enricher) Want(questions ...Question) {
	for _, q := range questions {
		e.queue.put(q)
	}
}

// Asking says whether a question waits for its turn or is being asked just now.
func (e *Enricher) Asking(q Question) bool { return e.queue.holds(q) }

// Now asks Wise and waits, at most five seconds. What it said is kept. An *api.Error
// is kept as trouble and returned; NoToken is not kept, since Wise was not asked.
func (e *Enricher) Now(ctx context.Context, q Question) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	s, err := e.read(ctx, q)
	if err != nil {
		return err
	}
	if e.noToken(s) {
		return silent(s)
	}
	return e.answer(ctx, s, store.LaneAct)
}

// Run asks what is wanted until ctx ends; then it gives nil.
func (e *Enricher) Run(ctx context.Context) error {
	ctx = api.Background(ctx)
	var all sync.WaitGroup
	for range workers {
		all.Go(func() { e.work(ctx) })
	}
	all.Wait()
	return nil
}
