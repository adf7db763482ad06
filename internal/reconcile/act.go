package reconcile

import (
	"context"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// Start begins a round at once; fault.Conflict while one runs, or when there is no
// token to ask with.
func (r *Reconciler) Start(ctx context.Context, actor auth.Actor, requestID string) error {
	entry := audit.Entry{Act: auth.RunReconciliation, SubjectKind: "round", RequestID: requestID, Detail: "start"}
	err := audit.Do(ctx, r.cfg.DB, r.cfg.Wall, actor, entry, func(tx *store.Tx) error {
		if !r.able() {
			return fault.New(fault.Conflict, "There is no token to ask Wise with. Nothing was started.")
		}
		_, err := tx.AddReconcileRound(r.now(), actor.Name)
		return err
	})
	if err == nil {
		r.rouse()
	}
	return err
}

// Stop ends the round that runs, after the request that is under way. What it has found
// stays. fault.Conflict when none runs.
func (r *Reconciler) Stop(ctx context.Context, actor auth.Actor, requestID string) error {
	entry := audit.Entry{Act: auth.RunReconciliation, SubjectKind: "round", RequestID: requestID, Detail: "stop"}
	var stopped int64
	err := audit.Do(ctx, r.cfg.DB, r.cfg.Wall, actor, entry, func(tx *store.Tx) error {
		row, runs, err := tx.RunningReconcileRound()
		if err != nil {
			return err
		}
		if !runs {
			return fault.New(fault.Conflict, "No round is running.")
		}
		if s := r.Status(); s.Running && s.Round.ID == row.ID {
			row = s.Round
		}
		stopped = row.ID
		row.EndedAt, row.End, row.Said = r.now(), store.RoundStopped, "Stopped by "+actor.Name+"."
		return tx.SaveReconcileRound(row)
	})
	if err != nil {
		return err
	}
	r.mu.Lock()
	r.stop = stopped
	r.mu.Unlock()
	r.rouse()
	return nil
}
