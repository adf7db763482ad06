package desk

import (
	"context"
	"fmt"
	"time"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// AgainProgress is how far a job has come that applies events again.
type AgainProgress struct {
	By      string // who started it
	Query   string // the filter, as the address of the list has it
	Total   int    // how many events matched when it began, up to MostCounted
	More    bool   // there may have been more
	Done    int    // judged again so far
	Applied int    // of them: applied, or a duplicate of what was applied
	Begun   time.Time
	Ended   time.Time // zero while it runs
	Stopped bool      // somebody stopped it, or the server did
	Problem string    // why it ended early, in words; empty: it did not
}

// againJob is one run. Its mutex is that of Repairs.
type againJob struct {
	AgainProgress
	stop context.CancelFunc
}

// Again says how far the job is that runs, or ran last; false when none has since
// the server started.
func (r *Repairs) Again() (AgainProgress, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.last == nil {
		return AgainProgress{}, false
	}
	return r.last.AgainProgress, true
}

// StartAgain applies everything again that a filter matches, in the background.
// query is the filter as the address of the list has it. fault.Conflict while
// another one runs.
func (r *Repairs) StartAgain(ctx context.Context, actor auth.Actor, requestID string, f store.EventFilter, query string) error {
	entry := audit.Entry{Act: auth.ApplyAgain, SubjectKind: "events", RequestID: requestID, Detail: "filter: " + audit.Shortened(query)}
	if err := audit.Allow(ctx, r.db, r.clock, actor, entry); err != nil {
		return err
	}
	total, more, err := r.Count(ctx, f, MostCounted)
	if err != nil {
		return err
	}
	running, stop := context.WithCancel(r.ctx)
	job := &againJob{AgainProgress{By: actor.Name, Query: query, Total: total, More: more, Begun: r.clock()}, stop}
	if err := r.begin(job); err != nil {
		stop()
		return err
	}
	go func() {
		defer r.running.Done()
		defer stop()
		err := audit.Around(context.WithoutCancel(running), r.db, r.clock, actor, entry, func() error { return r.turns(running, actor, job, f) })
		r.finish(job, running.Err() != nil, err)
	}()
	return nil
}

// begin makes the job the one that runs.
func (r *Repairs) begin(job *againJob) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.last != nil && r.last.Ended.IsZero() || r.ctx.Err() != nil {
		return errOneAtATime()
	}
	r.last = job
	r.running.Add(1)
	return nil
}

// turns walks the list, newest first, so that what arrives meanwhile is not part of
// it. Each turn is one transaction; between two of them the job can be stopped.
func (r *Repairs) turns(ctx context.Context, actor auth.Actor, job *againJob, f store.EventFilter) error {
	f, some := repairable(f)
	whole := context.WithoutCancel(ctx)
	for some && ctx.Err() == nil {
		var ids []int64
		err := r.db.Read(whole, func(reader *store.Reader) (err error) {
			ids, f.Cursor, err = reader.EventIDs(f)
			return err
		})
		if err != nil {
			return fmt.Errorf("looking for events to apply again: %w", err)
		}
		became := map[int64]store.Outcome{}
		err = r.projector.Again(whole, ids, r.record(actor, func(o store.Outcome) { became[o.Delivery] = o }))
		if err != nil {
			return fmt.Errorf("applying events again: %w", err)
		}
		r.count(job, len(ids), became)
		some = f.Cursor != ""
	}
	return nil
}

func (r *Repairs) count(job *againJob, done int, became map[int64]store.Outcome) {
	r.mu.Lock()
	defer r.mu.Unlock()
	job.Done += done
	for _, o := range became {
		if o.Kind.Status == store.StatusApplied || o.Kind.Status == store.StatusDuplicate {
			job.Applied++
		}
	}
}

func (r *Repairs) finish(job *againJob, stopped bool, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	job.Ended, job.Stopped = r.clock(), stopped
	if err != nil {
		r.log.Error("applying events again ended early", "done", job.Done, "error", err)
		job.Problem = fault.TextOf(err)
		if job.Problem == "" {
			job.Problem = "Something went wrong on our side. What was done so far stays."
		}
	}
}
