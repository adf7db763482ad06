package reconcile

import (
	"context"
	"time"

	"transferdesk/internal/enrich"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// How long Wise is left alone when it does not answer: longer each time. After so many
// requests in a row the round ends; the next one comes in its time.
const (
	shortest = 5 * time.Second
	longest  = 5 * time.Minute
	most429  = 15 * time.Minute
	giveUp   = 8
)

// triesOfOne is after how many requests in a row that failed something is left out,
// so that it does not hold up the rest.
const triesOfOne = 3

// verdict is what follows from how a request went.
type verdict int

// The verdicts.
const (
	answered verdict = iota
	later            // Wise is to be left alone for a while; then the same again
	never            // this cannot be asked; go on with the next
	ended            // we are to stop
)

// weigh says what follows from how a request went, and pauses where Wise is to be left
// alone. Trouble of a profile's own never holds up the others.
func (r *Reconciler) weigh(ctx context.Context, err error, now time.Time) verdict {
	if err == nil {
		r.troubles = 0
		return answered
	}
	if ctx.Err() != nil {
		return ended
	}
	trouble := api.TroubleOf(err)
	if trouble == nil {
		return never
	}
	switch trouble.Kind {
	case api.TooMany:
		r.pause(now, min(max(trouble.RetryAfter, time.Second), most429), trouble)
	case api.Down, api.Slow, api.Paused:
		r.troubles++
		r.pause(now, max(trouble.RetryAfter, growing(r.troubles)), trouble)
	default:
		return never
	}
	return later
}

// growing doubles from shortest to longest.
func growing(n int) time.Duration {
	pause := shortest
	for range n - 1 {
		pause = min(2*pause, longest)
	}
	return pause
}

// pause leaves Wise alone for a while.
func (r *Reconciler) pause(now time.Time, pause time.Duration, trouble *api.Error) {
	r.log.Info("reconciliation leaves Wise alone for a while", "kind", trouble.Kind, "status", trouble.Status, "pause", pause)
	r.tell(func(s *Status) { s.PausedUntil, s.Paused = now.Add(pause), trouble.Text() })
}

// troubleOf is how trouble is kept.
func troubleOf(err error) *store.Trouble {
	trouble := api.TroubleOf(err)
	if trouble == nil {
		return &store.Trouble{Kind: string(api.Unreadable), Text: "Something went wrong on our side."}
	}
	return enrich.Trouble(trouble)
}
