package reconcile

import (
	"context"
	"time"

	"transferdesk/store"
)

// The journal keeps every state that is learned for ever, so a transfer whose state at
// Wise goes back and forth without an end must not fill it: from so many findings on
// the next one waits, each time twice as long.
const (
	usualFindings = 10
	firstRest     = time.Hour
	longestRest   = 30 * 24 * time.Hour
)

// restAfter is how long a transfer is left alone about which so many states were found.
func restAfter(findings int) time.Duration {
	if findings < usualFindings {
		return 0
	}
	rest := firstRest
	for range findings - usualFindings {
		rest = min(2*rest, longestRest)
	}
	return rest
}

// leaveAlone is until when nothing more is learned of a transfer; zero: it may be now.
func (r *Reconciler) leaveAlone(ctx context.Context, id int64) (until time.Time, err error) {
	err = r.cfg.DB.Read(ctx, func(reader *store.Reader) error {
		all, err := reader.FindingsOfTransfer(id)
		if len(all) > 0 {
			until = all[0].FoundAt.Add(restAfter(len(all)))
		}
		return err
	})
	return until, err
}

// keepDoubt keeps a doubt, to be looked at again when it is due.
func (r *Reconciler) keepDoubt(ctx context.Context, d store.ReconcileDoubt) error {
	return r.cfg.DB.Write(ctx, store.LaneProject, func(tx *store.Tx) error { return tx.SaveReconcileDoubt(d) })
}
