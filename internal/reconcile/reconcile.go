// Package reconcile asks Wise's API what its webhooks may have missed: in rounds over
// all profiles, page by page, and for one transfer when a person wants to know. What
// Wise has in another state than we enters the journal as a source of its own, and
// stands in the list of findings until Wise's own event has come after all.
package reconcile

import (
	"log/slog"
	"sync"
	"time"

	"transferdesk/internal/enrich"
	"transferdesk/internal/journal"
	"transferdesk/internal/projection"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// How far back the lists of transfers go, by creation: a profile that was never asked
// for goes back further. What is older and still open is asked for one by one.
const (
	window      = 60 * 24 * time.Hour
	firstWindow = 90 * 24 * time.Hour
)

// usualGrace is how long a webhook may be on its way before its absence counts.
const usualGrace = 5 * time.Minute

// GraceFor is the grace that goes with a pause between rounds: whoever wants them more
// often than usual wants to know earlier.
func GraceFor(every time.Duration) time.Duration {
	if every <= 0 {
		return usualGrace
	}
	return min(max(every/2, time.Second), usualGrace)
}

// Config is what reconciliation is made of.
type Config struct {
	DB        *store.DB
	Journal   *journal.Journal
	Projector *projection.Projector
	Wise      *api.Client
	Enrich    *enrich.Enricher
	Clock     func() time.Time // the time that rounds and findings are dated by
	Wall      func() time.Time // of audit rows; nil: Clock
	Log       *slog.Logger

	Every time.Duration   // the pause between two rounds; 0: none begins by itself
	Grace time.Duration   // how long a difference has to last; 0: 5 minutes
	Begin <-chan struct{} // no round begins before it is closed; nil: at once
}

// Reconciler asks. Run must run for rounds to have an effect; its other methods may be
// called from many goroutines.
type Reconciler struct {
	cfg   Config
	log   *slog.Logger
	wake  chan struct{}
	brake *brake

	// What follows belongs to the one goroutine that steps.
	begun    time.Time // the first step
	round    *round    // under way; nil: none
	nextOpen int64     // findings before this one are looked at next
	explain  time.Time // when to look at findings again
	doubtAt  time.Time // when the next doubt is due; zero: it is to be looked up
	looked   bool      // the last step looked again at a doubt
	troubles int       // requests in a row that Wise did not answer

	mu     sync.Mutex
	status Status
	stop   int64 // the round that a person has stopped
}

// New makes one.
func New(cfg Config) *Reconciler {
	if cfg.Wall == nil {
		cfg.Wall = cfg.Clock
	}
	if cfg.Grace <= 0 {
		cfg.Grace = usualGrace
	}
	return &Reconciler{cfg: cfg, log: cfg.Log, wake: make(chan struct{}, 1), brake: newBrake()}
}

// now is the clock's time in UTC.
func (r *Reconciler) now() time.Time { return r.cfg.Clock().UTC() }

// able says whether there is any token to ask with.
func (r *Reconciler) able() bool {
	return r.cfg.Wise.Access(0) != api.ByNone || len(r.cfg.Wise.Health().Users) > 0
}
