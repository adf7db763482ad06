// Package projection folds the journal into the read models: what became of each
// delivery, the facts of each transfer, user and profile. It runs over receipts
// in the order of their arrival, so that the same journal always gives the same
// read models, however it is cut into batches.
package projection

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"transferdesk/store"
)

// Projector keeps the read models up to date. Its methods may be called from
// many goroutines; one of them folds at a time, and a Rebuild beside it.
type Projector struct {
	db        *store.DB
	clock     func() time.Time
	log       *slog.Logger
	rules     rules
	wake      chan struct{}
	size      atomic.Int64 // receipts that the next batch takes
	upgrading atomic.Bool
	tell      func(Changes) // nil: nobody hears

	mu     sync.Mutex // held while the live read models are folded
	memory *memory
}

// New makes a projector; it does nothing until Run, CatchUp or Rebuild.
func New(db *store.DB, clock func() time.Time, log *slog.Logger) *Projector {
	return newProjector(db, clock, log, usual())
}

func newProjector(db *store.DB, clock func() time.Time, log *slog.Logger, r rules) *Projector {
	p := &Projector{db: db, clock: clock, log: log, rules: r, wake: make(chan struct{}, 1), memory: newMemory()}
	p.size.Store(firstSize)
	return p
}

// Wake tells the projector that something has arrived. It never waits.
func (p *Projector) Wake() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// CatchUp folds until nothing is left to fold.
func (p *Projector) CatchUp(ctx context.Context) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	for {
		err := p.drain(ctx, store.Live, p.memory, "", nil)
		if !errors.Is(err, store.ErrMoved) {
			return err
		}
		*p.memory = *newMemory() // another process has folded, or a rebuild was swapped in
		p.swapped()
	}
}

// Lag says how many receipts wait to be folded, and how long the oldest has
// waited; zero when none waits.
func (p *Projector) Lag(ctx context.Context) (receipts int64, age time.Duration, err error) {
	err = p.db.Read(ctx, func(r *store.Reader) error {
		var oldest time.Time
		receipts, oldest, err = r.Backlog()
		if err == nil && !oldest.IsZero() {
			age = max(0, p.clock().Sub(oldest))
		}
		return err
	})
	return receipts, age, err
}

// Upgrading says whether the read models are of an older decoder and are being
// folded again.
func (p *Projector) Upgrading() bool { return p.upgrading.Load() }
