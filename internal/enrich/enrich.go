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

// workers is how many questions are asked at once in the background. How many in a
// minute is the client's to keep, which leaves a part of Wise's limits to people.
const workers = 3

// Enricher asks. It is safe for use by many goroutines; Run must run for Want to
// have an effect.
type Enricher struct {
	db      *store.DB
	wise    *api.Client
	clock   func() time.Time
	log     *slog.Logger
	started time.Time // troubles of our own settings from before are tried again
	queue   *queue
	tell    func(Question) // nil: nobody listens
}

// New makes one.
func New(db *store.DB, wise *api.Client, clock func() time.Time, log *slog.Logger) *Enricher {
	return &Enricher{db: db, wise: wise, clock: clock, log: log, started: clock(), queue: newQueue()}
}

// OnNews lets tell hear of each question to which Wise said something new, once that is
// kept. tell may be called by many goroutines at a time and does not wait. To be set
// before anything is asked.
func (e *Enricher) OnNews(tell func(Question)) { e.tell = tell }

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
// is kept as trouble and returned; that there is no token or no client credentials is
// not kept, since Wise was not asked.
func (e *Enricher) Now(ctx context.Context, q Question) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	s, err := e.read(ctx, q)
	if err != nil {
		return err
	}
	if why := e.speechless(s); why != nil {
		return why
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
