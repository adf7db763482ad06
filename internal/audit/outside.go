package audit

import (
	"context"
	"errors"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// Result is how an act at Wise ended, as the audit log writes it.
type Result string

// The ends of an act at Wise.
const (
	Done    Result = done
	NotDone Result = failed  // nothing was asked of Wise
	Refused Result = refused // Wise said no
	Unknown Result = unknown // Wise may have done it
)

// Outcome is how an act at Wise ended, with what changes in our own database by it.
type Outcome struct {
	Result    Result
	SubjectID string // of what the act made; empty: the entry's own
	Detail    string // a few words more, such as the trace id of Wise's answer
	Keep      func(*store.Tx) error
}

// Outside checks the right and runs an act at Wise. That it has started is durable
// before do is called, in one transaction with begin (which may be nil), and how it
// ended is kept after, in one transaction with Outcome.Keep. do is called with a
// context that a client which hangs up does not end. An error of do is recorded as
// its outcome says and returned as it is; one without an end was cut off, and is
// settled at the next start.
func Outside(ctx context.Context, db *store.DB, clock func() time.Time, actor auth.Actor, entry Entry,
	begin func(*store.Tx) error, do func(context.Context) (Outcome, error)) error {
	if err := Allow(ctx, db, clock, actor, entry); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	if err := recordWith(ctx, db, row(clock(), actor, entry, started), begin); err != nil {
		return err
	}
	end, err := do(ctx)
	ended := entry
	if end.SubjectID != "" {
		ended.SubjectID = end.SubjectID
	}
	if end.Detail != "" {
		ended.Detail = end.Detail
	}
	return errors.Join(err, notKept(recordWith(ctx, db, row(clock(), actor, ended, string(end.Result)), end.Keep)))
}

// notKept says that Wise was asked and its answer was lost: who reads that nothing was
// saved would ask again.
func notKept(err error) error {
	if err == nil {
		return nil
	}
	return fault.Wrap(fault.Unavailable, "Wise was asked, and may have done it, but how that ended could not be kept here. Do not ask again: once the database can be written, Transferdesk finds out by asking Wise, and the page says so then.", err)
}

// recordWith keeps a row in one transaction with a change; nil changes nothing.
func recordWith(ctx context.Context, db *store.DB, entry store.AuditEntry, change func(*store.Tx) error) error {
	return keep(ctx, db, func(tx *store.Tx) (store.AuditEntry, error) {
		if change == nil {
			return entry, nil
		}
		return entry, change(tx)
	})
}
