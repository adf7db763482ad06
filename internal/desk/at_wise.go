package desk

import (
	"log/slog"
	"time"

	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// AtWise is what people do at Wise: each act is recorded before Wise is asked and
// after (audit.Outside).
type AtWise struct {
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

// NewAtWise makes it. The clock dates audit rows, so that it is the real one even
// where pages are shown at another time (the demo).
func NewAtWise(db *store.DB, wise *api.Client, enricher *enrich.Enricher, clock func() time.Time, log *slog.Logger) *AtWise {
	return &AtWise{db: db, wise: wise, enrich: enricher, clock: clock, log: log, patience: patience, soon: firstSettle, born: clock(), unsettled: make(chan struct{}, 1)}
}
