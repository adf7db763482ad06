package atwise

import (
	"context"
	"time"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// SubscribeAll is what somebody wants to be subscribed to at once: some event types
// of one scope, each in the newest version that is read.
type SubscribeAll struct {
	Profile int64 // whose events; 0: the application's
	URL     string
	Events  []string
}

// SubscribeLine is how it went with one of them.
type SubscribeLine struct {
	Event   string
	Version string
	Result  string // as of an act; "" where nothing was asked
	Text    string // why not; "" when it was made
}

// SubscribeProgress is how far such a job has come.
type SubscribeProgress struct {
	SubscribeAll
	By      string
	Lines   []SubscribeLine // so far, in the order of Events
	Begun   time.Time
	Ended   time.Time // zero while it runs
	Stopped bool      // somebody stopped it, or the server did
	Problem string    // why the rest was not asked for; "": it was
}

// StartSubscribing asks Wise for one subscription after another, in the background.
// fault.Unprocessable when the address or a type is wrong, fault.Conflict while
// another job runs. Nothing was asked of Wise then.
func (a *Acts) StartSubscribing(ctx context.Context, actor auth.Actor, requestID string, all SubscribeAll) error {
	if err := audit.Allow(ctx, a.db, a.clock, actor, audit.Entry{Act: auth.AddSubscription, RequestID: requestID}); err != nil {
		return err
	}
	if len(all.Events) == 0 {
		return fault.New(fault.Unprocessable, "The event types: choose one at least.")
	}
	for _, event := range all.Events {
		if err := all.one(event).check(a.Simulated()); err != nil {
			return err
		}
	}
	running, stop := context.WithCancel(context.WithoutCancel(ctx))
	job := &SubscribeProgress{SubscribeAll: all, By: actor.Name, Begun: a.clock()}
	if err := a.jobs.begin(job, stop); err != nil {
		stop()
		return err
	}
	go func() {
		defer a.jobs.running.Done()
		defer stop()
		a.subscribeAll(running, actor, requestID, job)
	}()
	return nil
}

// one is what is asked for one event type.
func (all SubscribeAll) one(event string) NewSubscription {
	return NewSubscription{Profile: all.Profile, Event: event, Version: wise.NewestVersion(event), URL: all.URL, Name: "Transferdesk " + event}
}

// subscribeAll asks for one after another. Between two of them it can be stopped;
// what would go wrong with the next one as well ends it.
func (a *Acts) subscribeAll(ctx context.Context, actor auth.Actor, requestID string, job *SubscribeProgress) {
	problem := ""
	for _, event := range job.Events {
		if ctx.Err() != nil || problem != "" {
			break
		}
		n := job.one(event)
		act, err := a.Subscribe(context.WithoutCancel(ctx), actor, requestID, n)
		line := SubscribeLine{Event: event, Version: n.Version, Result: act.Result, Text: act.Trouble.Text}
		if err != nil {
			line.Result, line.Text = "", fault.TextOf(err)
		}
		problem = whyStop(act, err)
		a.jobs.mu.Lock()
		job.Lines = append(job.Lines, line)
		a.jobs.mu.Unlock()
	}
	a.jobs.mu.Lock()
	defer a.jobs.mu.Unlock()
	job.Ended, job.Stopped, job.Problem = a.clock(), ctx.Err() != nil, problem
}

// whyStop says why the others need not be asked for; "": they may go well. A type
// that Wise does not take says nothing of the others.
func whyStop(act store.SubscriptionAct, err error) string {
	switch {
	case fault.KindOf(err) == fault.Conflict && err != nil:
		return ""
	case err != nil:
		return "The rest was not asked for: something went wrong on our side."
	case act.Result == string(audit.Done):
		return ""
	case act.Trouble.Kind == TroubleCallback:
		return "The rest was not asked for: Wise’s test did not get through to this address, and would not for the others."
	case act.Trouble.Kind == string(api.Invalid), act.Trouble.Kind == string(api.NotAllowed):
		return ""
	}
	return "The rest was not asked for, since it would hardly go better. What was made stays; start again for what is missing then."
}
