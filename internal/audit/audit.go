// Package audit is the only way to do something in Transferdesk: it checks the
// right, records who did what, and makes the record and the change one
// transaction. A refusal is recorded too.
package audit

import (
	"context"
	"errors"
	"strings"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// Results, as the audit log writes them.
const (
	done    = "done"
	denied  = "denied"  // the role may not
	failed  = "failed"  // it may, but the act did not succeed
	started = "started" // an act outside one transaction has begun; one of the others follows
	refused = "refused" // Wise was asked, and refused
	unknown = "unknown" // Wise was asked, and it cannot be told whether it did it
)

// Entry says what is done to which thing. It holds ids and names of our own
// people, never a password, a token or anything of a customer's but Wise's ids.
type Entry struct {
	Act         auth.Act
	SubjectKind string // "transfer", "profile", "user", "event", "person", "token", …; empty for none
	SubjectID   string // Wise's id, or ours
	RequestID   string // of the HTTP request; empty on the command line
	Detail      string // a few words more, for example the reason of a failure
}

// ErrMet is what an act gives back that finds within its transaction that everything is
// so already, as after a double click: nothing is changed and nothing recorded.
var ErrMet = errors.New("it is so already")

// Do checks actor's right, runs do and writes the entry in one transaction:
// nil means that both are durable. A refusal is recorded and returned as
// fault.Forbidden; an error of do is recorded as failed and returned as it is, but for
// ErrMet, after which there is nothing to record: nil. What cannot be recorded is not
// done, which is fault.Unavailable whatever the cause.
func Do(ctx context.Context, db *store.DB, clock func() time.Time, actor auth.Actor, entry Entry, do func(*store.Tx) error) error {
	return DoNew(ctx, db, clock, actor, entry, func(tx *store.Tx) (string, error) {
		return entry.SubjectID, do(tx)
	})
}

// DoNew is Do for an act that makes its subject: do returns the new subject's id.
func DoNew(ctx context.Context, db *store.DB, clock func() time.Time, actor auth.Actor, entry Entry, do func(*store.Tx) (subjectID string, err error)) error {
	if err := Allow(ctx, db, clock, actor, entry); err != nil {
		return err
	}
	// Once begun an act is finished: a client that hangs up must not leave open
	// whether it was done.
	ctx = context.WithoutCancel(ctx)
	err := keep(ctx, db, func(tx *store.Tx) (_ store.AuditEntry, err error) {
		made := entry
		made.SubjectID, err = do(tx)
		return row(clock(), actor, made, done), err
	})
	if err == nil || errors.Is(err, ErrMet) {
		return nil
	}
	return errors.Join(err, Failed(ctx, db, clock, actor, entry))
}

// View checks the right and records the view of a page before it is shown, and with it
// that a person has looked at its subject. When the record cannot be written it returns
// fault.Unavailable, and the page must not be shown.
func View(ctx context.Context, db *store.DB, clock func() time.Time, actor auth.Actor, entry Entry) error {
	if err := Allow(ctx, db, clock, actor, entry); err != nil {
		return err
	}
	if err := writeView(ctx, db, row(clock(), actor, entry, done)); err != nil {
		return fault.Wrap(fault.Unavailable,
			"This page is not shown, because its view cannot be recorded just now. Nothing was lost; try again in a minute.", err)
	}
	return nil
}

// Around checks the right and runs an act that is not one transaction of ours.
// That it has started is durable before do is called; how it ended is recorded
// after. One without an end was cut off. fault.Unavailable where either cannot be
// recorded; without its beginning do is not called.
func Around(ctx context.Context, db *store.DB, clock func() time.Time, actor auth.Actor, entry Entry, do func() error) error {
	if err := Allow(ctx, db, clock, actor, entry); err != nil {
		return err
	}
	if err := write(ctx, db, row(clock(), actor, entry, started)); err != nil {
		return err
	}
	end, err := done, do()
	if err != nil {
		end = failed
	}
	// Also when ctx is what ended the act, its end is to be recorded.
	return errors.Join(err, endNotKept(write(context.WithoutCancel(ctx), db, row(clock(), actor, entry, end))))
}

// Failed records an act that was tried and did not succeed, such as a log-in
// with a wrong password. It needs no right.
func Failed(ctx context.Context, db *store.DB, clock func() time.Time, actor auth.Actor, entry Entry) error {
	return write(ctx, db, row(clock(), actor, entry, failed))
}

func row(at time.Time, actor auth.Actor, entry Entry, result string) store.AuditEntry {
	return store.AuditEntry{
		At:          at,
		ActorKind:   string(actor.Kind),
		ActorID:     actor.ID,
		ActorName:   actor.Name,
		Role:        string(actor.Role),
		Act:         string(entry.Act),
		SubjectKind: entry.SubjectKind,
		SubjectID:   entry.SubjectID,
		Result:      result,
		RequestID:   entry.RequestID,
		Session:     actor.Session,
		Detail:      entry.Detail,
	}
}

// By is an actor as the rows that it gave keep it.
func By(a auth.Actor) store.Actor {
	return store.Actor{Kind: string(a.Kind), ID: a.ID, Name: a.Name}
}

// Shortened keeps a detail within reason: its first 500 bytes, whole characters only.
func Shortened(detail string) string {
	return strings.ToValidUTF8(detail[:min(len(detail), 500)], "")
}
