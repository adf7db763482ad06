package reconcile

import (
	"time"

	"transferdesk/store"
)

// Status is how reconciliation stands now.
type Status struct {
	Every       time.Duration // the pause between two rounds; 0: none begins by itself
	Grace       time.Duration // how long a difference has to last before it counts
	Able        bool          // there is a token to ask with
	Running     bool
	Round       store.ReconcileRound // the one that runs; its Findings are not counted here
	PausedUntil time.Time            // Wise asked to wait, or does not answer; zero: not
	Paused      string               // why, for people
	Next        time.Time            // when the next round begins; zero: not known, or never
}

// Status gives it.
func (r *Reconciler) Status() Status {
	r.mu.Lock()
	defer r.mu.Unlock()
	s := r.status
	s.Every, s.Grace, s.Able = r.cfg.Every, r.cfg.Grace, r.able()
	return s
}

// tell changes what Status says.
func (r *Reconciler) tell(change func(*Status)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.status)
}

// pausedUntil is until when Wise is left alone.
func (r *Reconciler) pausedUntil() time.Time {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.status.PausedUntil
}
