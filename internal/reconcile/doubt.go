package reconcile

import (
	"context"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// patience is for a transfer whose state at Wise moves each time that it is asked for,
// while no event comes at all: after so many graces it counts whatever it is.
const patience = 3

// lookAgain asks once more for the transfer whose doubt is due; false when none is.
func (r *Reconciler) lookAgain(ctx context.Context, now time.Time) (bool, error) {
	if !r.doubtAt.IsZero() && now.Before(r.doubtAt) {
		return false, nil
	}
	var d store.ReconcileDoubt
	var any bool
	err := r.cfg.DB.Read(ctx, func(reader *store.Reader) (err error) {
		d, any, err = reader.NextReconcileDoubt()
		return err
	})
	if err != nil {
		return false, err
	}
	if !any {
		r.doubtAt = now.Add(r.cfg.Grace) // compare looks earlier when it finds one
		return false, nil
	}
	if r.doubtAt = d.Due; now.Before(d.Due) {
		return false, nil
	}
	r.doubtAt, r.looked = time.Time{}, true
	return true, r.askAgain(ctx, d, now)
}

// askAgain asks for one transfer and settles the doubt, or keeps it for longer.
func (r *Reconciler) askAgain(ctx context.Context, d store.ReconcileDoubt, now time.Time) error {
	user, err := r.speaker(ctx, d.Profile)
	if err != nil {
		return err
	}
	if r.round != nil {
		r.round.Requests++
	}
	told, err := r.cfg.Wise.Transfer(ctx, user, d.Transfer)
	if err == nil {
		err = api.Same(d.Transfer, told.ID)
	}
	switch r.weigh(ctx, err, now) {
	case ended:
		return ctx.Err()
	case later:
		return nil
	case never:
		return r.settle(ctx, d.Transfer, nil)
	case answered:
	}
	if err := r.keepTransfers(ctx, []api.Transfer{told}, now); err != nil {
		return err
	}
	return r.judge(ctx, d, told, now)
}

// judge decides what has become of a doubt.
func (r *Reconciler) judge(ctx context.Context, d store.ReconcileDoubt, told api.Transfer, now time.Time) error {
	ours, err := r.held(ctx, d.Transfer)
	if err != nil {
		return err
	}
	switch {
	case !differs(told, ours.StateHeld, ours.known):
		return r.settle(ctx, d.Transfer, ours.seenBefore(d, told))
	case string(ours.State) != d.Ours, theirs(told) != d.Theirs && now.Sub(d.Since) < patience*r.cfg.Grace:
		if string(ours.State) != d.Ours {
			d.Since = now // events do come
		}
		d.Ours, d.Theirs, d.Due = string(ours.State), theirs(told), now.Add(r.cfg.Grace)
		return r.keepDoubt(ctx, d)
	}
	if until, err := r.leaveAlone(ctx, d.Transfer); err != nil || now.Before(until) {
		d.Due = until
		return errors.Join(err, r.keepDoubt(ctx, d))
	}
	return r.learn(ctx, ours, told, d.Profile, d.Round, now)
}

// own is how we hold a transfer.
type own struct {
	store.StateHeld
	known    bool         // an event has named it
	evidence evidence.IDs // of the state held
	profile  int64        // 0: not known
}

// held reads how we hold a transfer, once all that has arrived is folded.
func (r *Reconciler) held(ctx context.Context, id int64) (ours own, err error) {
	if err := r.cfg.Projector.CatchUp(ctx); err != nil {
		return own{}, fmt.Errorf("catching up before comparing: %w", err)
	}
	err = r.cfg.DB.Read(ctx, func(reader *store.Reader) error {
		facts, err := reader.Transfer(id)
		if fault.KindOf(err) == fault.NotFound {
			return nil
		}
		ours = ownOf(facts)
		return err
	})
	return ours, err
}

func ownOf(f transfer.Facts) own {
	visit, _ := f.Held()
	return own{
		StateHeld: store.StateHeld{State: visit.State, Seen: visit.Seen, At: visit.At, LastAt: f.LastAt},
		known:     true, evidence: visit.Evidence, profile: f.Profile,
	}
}

// seenBefore is the finding that a kill between the journal and the list of findings
// has left out; nil when there is none.
func (o own) seenBefore(d store.ReconcileDoubt, told api.Transfer) *store.ReconcileFinding {
	if !o.Seen || o.At.Before(d.Since) || len(o.evidence) == 0 {
		return nil
	}
	kind := store.StateDiffers
	if d.Ours == "" {
		kind = store.NeverHeard
	}
	return &store.ReconcileFinding{
		Round: d.Round, Transfer: d.Transfer, Profile: d.Profile, Kind: kind, Ours: d.Ours, Theirs: theirs(told), FoundAt: o.At, Delivery: o.evidence[0],
	}
}
