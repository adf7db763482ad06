package reconcile

import (
	"context"
	"fmt"
	"time"

	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// settle ends a doubt, with a finding or without.
func (r *Reconciler) settle(ctx context.Context, id int64, found *store.ReconcileFinding) error {
	return r.cfg.DB.Write(ctx, store.LaneProject, func(tx *store.Tx) error {
		if found != nil {
			if err := tx.AddReconcileFinding(*found); err != nil {
				return err
			}
		}
		return tx.DropReconcileDoubt(id)
	})
}

// learn adds to the journal what Wise said, and lists it as found.
func (r *Reconciler) learn(ctx context.Context, ours own, told api.Transfer, profile, round int64, asked time.Time) error {
	if ours.profile != 0 {
		profile = ours.profile // Wise's events say whose it is; that it stands in a list does not
	}
	delivery, err := r.cfg.Journal.Learn(ctx, wise.Seen{Transfer: told.ID, Profile: profile, Account: told.Recipient, Status: told.Status, AskedAt: asked})
	if err != nil {
		return fmt.Errorf("learning the state of transfer %d: %w", told.ID, err)
	}
	found := store.ReconcileFinding{
		Round: round, Transfer: told.ID, Profile: profile, Kind: store.StateDiffers, Ours: string(ours.State), OursAt: ours.At,
		Theirs: theirs(told), FoundAt: asked, Delivery: delivery,
	}
	if !ours.known {
		found.Kind = store.NeverHeard
	}
	r.log.Info("reconciliation found a state that no event told of", "transfer", told.ID, "kind", found.Kind, "delivery", delivery)
	return r.settle(ctx, told.ID, &found)
}
