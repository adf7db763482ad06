package web

import (
	"slices"
	"sync"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/store"
)

// overdueKept keeps for each estimate that has passed whether the row sent_overdue
// speaks, so that facts are read once for it and not once for each count. An estimate
// or facts that have changed since are another key. It is safe for use by many goroutines.
type overdueKept struct {
	mu     sync.Mutex
	at     store.Progress
	now    time.Time
	speaks map[overdueKey]bool
	over   []store.PassedEstimate // of at and now: the counter and the rows of one page
}

// overdueKey is all that the row is decided by; the hour decides no more than on which
// side of the 90 days the estimate is.
type overdueKey struct {
	estimate store.PassedEstimate
	old      bool
}

// share shares out the transfers that read gives.
func (o *overdueKept) share(r *store.Reader, now time.Time) (store.Share, error) {
	all, err := o.read(r, now)
	if err != nil {
		return store.Share{}, err
	}
	return r.ShareOf(estimatesOf(all))
}

// readIn gives those of read that a scope takes.
func (o *overdueKept) readIn(r *store.Reader, now time.Time, scope store.Scope) ([]store.PassedEstimate, error) {
	all, err := o.read(r, now)
	if err != nil {
		return nil, err
	}
	in, err := r.InScope(estimatesOf(all), scope)
	return slices.DeleteFunc(slices.Clone(all), func(e store.PassedEstimate) bool { return !in[e.Transfer] }), err
}

// estimatesOf gives the transfers of some estimates.
func estimatesOf(all []store.PassedEstimate) []int64 {
	ids := make([]int64, len(all))
	for i, e := range all {
		ids[i] = e.Transfer
	}
	return ids
}

// read gives the estimates of the transfers of which the row speaks, the longest first.
// Nobody may change what it gives.
func (o *overdueKept) read(r *store.Reader, now time.Time) ([]store.PassedEstimate, error) {
	at, err := r.Progress(store.Live)
	if err != nil {
		return nil, err
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.speaks != nil && o.at == at && o.now.Equal(now) {
		return o.over, nil
	}
	passed, err := r.PassedEstimates(answer.OverdueFrom(now), now)
	if err != nil {
		return nil, err
	}
	if o.at.Decoder != at.Decoder {
		o.speaks = nil
	}
	over, speaks, err := o.judge(r, passed, now)
	if err != nil {
		return nil, err
	}
	o.at, o.now, o.speaks, o.over = at, now, speaks, over
	return over, nil
}

// judge reads the facts of those that are not kept, and forgets what has not passed
// any more.
func (o *overdueKept) judge(r *store.Reader, passed []store.PassedEstimate, now time.Time) (over []store.PassedEstimate, speaks map[overdueKey]bool, err error) {
	from := answer.OverdueFrom(now)
	speaks = make(map[overdueKey]bool, len(passed))
	for _, e := range passed {
		if !e.At.Before(now) {
			continue // later in this second
		}
		key := overdueKey{e, e.At.Before(from)}
		known, kept := o.speaks[key]
		if !kept {
			if known, err = overdue(r, e, now); err != nil {
				return nil, nil, err
			}
		}
		if speaks[key] = known; known {
			over = append(over, e)
		}
	}
	return over, speaks, nil
}

func overdue(r *store.Reader, e store.PassedEstimate, now time.Time) (bool, error) {
	f, err := r.Transfer(e.Transfer)
	return err == nil && answer.Overdue(f, answer.Estimate{At: e.At, FetchedAt: e.FetchedAt}, now), err
}
