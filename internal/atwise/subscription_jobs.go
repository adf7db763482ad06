package atwise

import (
	"context"
	"slices"
	"sync"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// subscribeJobs holds the one job of an Acts. The zero value is ready.
type subscribeJobs struct {
	mu      sync.Mutex
	last    *SubscribeProgress // the one that runs, or ran last; nil: none since the start
	stop    context.CancelFunc // of last
	closed  bool
	running sync.WaitGroup
}

// Subscribing says how far the job is that runs, or ran last; false when none has
// since the server started.
func (a *Acts) Subscribing() (SubscribeProgress, bool) {
	a.jobs.mu.Lock()
	defer a.jobs.mu.Unlock()
	if a.jobs.last == nil {
		return SubscribeProgress{}, false
	}
	now := *a.jobs.last
	now.Lines = slices.Clone(now.Lines)
	return now, true
}

func (j *subscribeJobs) begin(job *SubscribeProgress, stop context.CancelFunc) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed || j.last != nil && j.last.Ended.IsZero() {
		return fault.New(fault.Conflict, "Subscriptions are being made already. Nothing was started; wait until that is done, or stop it.")
	}
	j.last, j.stop = job, stop
	j.running.Add(1)
	return nil
}

// StopSubscribing asks the job that runs to stop after the one that is under way.
// What was made stays.
func (a *Acts) StopSubscribing(ctx context.Context, actor auth.Actor, requestID string) error {
	entry := audit.Entry{Act: auth.AddSubscription, SubjectKind: "subscription", RequestID: requestID, Detail: "stop"}
	return audit.Do(ctx, a.db, a.clock, actor, entry, func(*store.Tx) error {
		a.jobs.mu.Lock()
		defer a.jobs.mu.Unlock()
		if a.jobs.stop != nil {
			a.jobs.stop()
		}
		return nil
	})
}

// Close stops the job that runs, if any, after what is under way, and waits for
// that. Close it before the database.
func (a *Acts) Close() {
	a.jobs.mu.Lock()
	a.jobs.closed = true
	if a.jobs.stop != nil {
		a.jobs.stop()
	}
	a.jobs.mu.Unlock()
	a.jobs.running.Wait()
}
