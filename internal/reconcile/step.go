package reconcile

import (
	"context"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// How often is looked when there is nothing to wait for, and how long the first round
// after a start waits, so that serving begins undisturbed.
const (
	idle       = time.Minute
	startPause = 5 * time.Second
)

// Step does the next small piece of work, with one request to Wise at most, which leaves
// the reserve of the limits to people, and says
// how long there is nothing to do: zero when there is more at once.
func (r *Reconciler) Step(ctx context.Context) (wait time.Duration, err error) {
	ctx, now := api.Background(ctx), r.now()
	if r.begun.IsZero() {
		r.begun = now
	}
	if err := r.settleStop(ctx); err != nil {
		return 0, err
	}
	if !r.able() || r.cfg.Projector.Upgrading() {
		return idle, nil
	}
	if until := r.pausedUntil(); until.After(now) {
		return until.Sub(now), nil
	}
	for _, do := range r.order() {
		if done, err := do(ctx, now); done || err != nil {
			return 0, err
		}
	}
	return r.rest(now), nil
}

// order is what to look for first. Many doubts must not hold up the round, which settles
// them by the page, so that they take turns.
func (r *Reconciler) order() []func(context.Context, time.Time) (bool, error) {
	looked := r.looked
	r.looked = false
	if looked {
		return []func(context.Context, time.Time) (bool, error){r.goOn, r.explainSome, r.lookAgain}
	}
	return []func(context.Context, time.Time) (bool, error){r.lookAgain, r.explainSome, r.goOn}
}

// goOn takes the round that is under way one request further, or begins one that is
// due; false when there is none.
func (r *Reconciler) goOn(ctx context.Context, now time.Time) (bool, error) {
	if r.round != nil {
		return true, r.advance(ctx, now)
	}
	var last store.ReconcileRound
	var any bool
	err := r.cfg.DB.Read(ctx, func(reader *store.Reader) (err error) {
		last, any, err = reader.LastReconcileRound()
		return err
	})
	if err != nil {
		return false, err
	}
	if any && last.EndedAt.IsZero() {
		r.take(last, now)
		return true, nil
	}
	due := r.due(last)
	r.tell(func(s *Status) { s.Next = due })
	if due.IsZero() || now.Before(due) {
		return false, nil
	}
	return true, r.begin(ctx, now)
}

// due is when the next round begins by itself; zero: never.
func (r *Reconciler) due(last store.ReconcileRound) time.Time {
	if r.cfg.Every <= 0 {
		return time.Time{}
	}
	soon := r.begun.Add(startPause)
	if next := last.EndedAt.Add(r.cfg.Every); next.After(soon) {
		return next
	}
	return soon
}

// rest is how long there is nothing to do.
func (r *Reconciler) rest(now time.Time) time.Duration {
	wait := idle
	for _, at := range []time.Time{r.Status().Next, r.doubtAt} {
		if !at.IsZero() {
			wait = min(wait, max(at.Sub(now), time.Millisecond))
		}
	}
	return wait
}

// begin starts a round by the clock.
func (r *Reconciler) begin(ctx context.Context, now time.Time) error {
	var began store.ReconcileRound
	err := r.cfg.DB.Write(ctx, store.LaneProject, func(tx *store.Tx) (err error) {
		began, err = tx.AddReconcileRound(now, "")
		return err
	})
	if err != nil {
		return err
	}
	r.take(began, now)
	return nil
}

// take goes on with a round that stands in the database.
func (r *Reconciler) take(row store.ReconcileRound, now time.Time) {
	r.round = &round{ReconcileRound: row, kept: now}
	r.tell(func(s *Status) { s.Running, s.Round = true, row })
}

// settleStop lets go of a round that a person has stopped.
func (r *Reconciler) settleStop(ctx context.Context) error {
	r.mu.Lock()
	stopped := r.round != nil && r.stop == r.round.ID
	r.mu.Unlock()
	if !stopped {
		return nil
	}
	err := r.keep(ctx)
	r.drop()
	return err
}

// drop forgets the round that was under way.
func (r *Reconciler) drop() {
	r.round, r.troubles = nil, 0
	r.tell(func(s *Status) { s.Running, s.PausedUntil, s.Paused = false, time.Time{}, "" })
}
