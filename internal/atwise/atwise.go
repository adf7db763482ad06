// Package atwise is everything that a person can have done at Wise: cancelling a
// transfer, support cases, subscriptions, and asking at once. Each act goes through
// audit, is asked of Wise once and never by itself again; what nobody could tell of
// is settled later.
package atwise

import (
	"log/slog"
	"time"

	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// Acts are what people do at Wise: each act is recorded before Wise is asked and
// after (audit.Outside).
type Acts struct {
	db     *store.DB
	wise   *api.Client
	enrich *enrich.Enricher
	clock  func() time.Time
	log    *slog.Logger
	jobs   subscribeJobs

	patience  time.Duration // how long a person waits for Wise at most
	soon      time.Duration // until the first look at what is not settled
	born      time.Time     // what was started before belongs to a process that has ended
	unsettled chan struct{} // something became unknown
}

// New makes them. The clock dates audit rows, so that it is the real one even
// where pages are shown at another time (the demo).
func New(db *store.DB, wise *api.Client, enricher *enrich.Enricher, clock func() time.Time, log *slog.Logger) *Acts {
	return &Acts{db: db, wise: wise, enrich: enricher, clock: clock, log: log, patience: patience, soon: firstSettle, born: clock(), unsettled: make(chan struct{}, 1)}
}
