package reconcile

import (
	"context"
	"time"
)

// How long Run waits after trouble of our own.
const (
	firstPause = time.Second
	lastPause  = time.Minute
)

// Run works step by step until ctx ends; then it gives nil. A failing database does
// not end it: it tries again.
func (r *Reconciler) Run(ctx context.Context) error {
	if !r.mayBegin(ctx) {
		return nil
	}
	pause := firstPause
	for ctx.Err() == nil {
		wait, err := r.Step(ctx)
		if err != nil && ctx.Err() == nil {
			r.log.Error("reconciliation failed; trying again", "error", err, "pause", pause)
			wait, pause = pause, min(2*pause, lastPause)
		} else {
			pause = firstPause
		}
		r.await(ctx, wait)
	}
	return nil
}

// mayBegin waits until rounds may begin; false when ctx ends first.
func (r *Reconciler) mayBegin(ctx context.Context) bool {
	if r.cfg.Begin == nil {
		return true
	}
	select {
	case <-r.cfg.Begin:
		return true
	case <-ctx.Done():
		return false
	}
}

// await lets time pass until there is something to do.
func (r *Reconciler) await(ctx context.Context, wait time.Duration) {
	if wait <= 0 {
		return
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-r.wake:
	case <-ctx.Done():
	}
}

// rouse lets Run look at once.
func (r *Reconciler) rouse() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}
