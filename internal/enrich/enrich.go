// Package enrich asks Wise's API about what pages show, and keeps each answer with
// its time. Pages read what is kept and never wait for Wise.
package enrich

import (
	"context"
	"log/slog"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// patience is how long a person waits for Wise at most.
const patience = 5 * time.Second

// Question is one thing to ask Wise about.
type Question struct {
	Kind store.AnswerKind
	ID   int64
	User int64 // whose token is to speak; 0: not known
}

// Enricher asks. It is safe for use by many goroutines; Run must run for Want to
// have an effect.
type Enricher struct {
	db    *store.DB
	wise  *api.Client
	clock func() time.Time
	log   *slog.Logger
}

// New makes one.
func New(db *store.DB, wise *api.Client, clock func() time.Time, log *slog.Logger) *Enricher {
	return &Enricher{db: db, wise: wise, clock: clock, log: log}
}

// Want has Wise asked in the background, unless what is kept is fresh or a last
// trouble says to wait. It returns at once; what does not fit the queue is dropped,
// since the next view asks again.
func (e *Enricher) Want(questions ...Question) {}

// Now asks Wise and waits, at most five seconds. What it said is kept. An *api.Error
// is kept as trouble and returned.
func (e *Enricher) Now(ctx context.Context, q Question) error {
	return &api.Error{Kind: api.NoToken}
}

// Run asks what is wanted until ctx ends; then it gives nil.
func (e *Enricher) Run(ctx context.Context) error {
	<-ctx.Done()
	return nil
}
