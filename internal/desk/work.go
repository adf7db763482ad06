package desk

import (
	"context"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/work"
	"transferdesk/store"
)

// ErrWorkChanged says that somebody has worked on the transfer since the page was
// shown that a wish comes from; nothing was overwritten.
var ErrWorkChanged = fault.New(fault.Conflict, "Somebody else has changed this meanwhile. Nothing was overwritten; look at what is there now.")

// WorkOn names a transfer, and what somebody has seen of the work on it.
type WorkOn struct {
	Transfer int64
	Seen     int64 // work.State.Version of the page
}

// workWish is what somebody wants about a transfer.
type workWish struct {
	act    auth.Act
	detail string                                                         // for the audit log
	isMet  func(held store.Work) bool                                     // whether it is so already
	change func(r *store.Reader, held *store.Work) (store.WorkAct, error) // makes it so; its error leaves everything as it was
}

// workOn does one act about a transfer and gives the work after it. A wish that is met
// already, as by a double click, changes nothing and is recorded nowhere. Its errors:
// fault.Forbidden for anybody but a person, ErrWorkChanged where the work is not what
// was seen, and those of the wish.
func (d *Desk) workOn(ctx context.Context, actor auth.Actor, requestID string, on WorkOn, wish workWish) (held store.Work, err error) {
	entry := audit.Entry{Act: wish.act, SubjectKind: "transfer", SubjectID: strconv.FormatInt(on.Transfer, 10), RequestID: requestID, Detail: wish.detail}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return held, err
	}
	if actor.Kind != auth.Person {
		return held, audit.Refuse(ctx, d.db, d.clock, actor, entry, "Only a person works on a transfer.")
	}
	err = d.db.Read(ctx, func(r *store.Reader) (err error) { held, err = r.Work(on.Transfer); return err })
	if err != nil || wish.isMet(held) {
		return held, err
	}
	err = audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) (err error) {
		if held, err = tx.Work(on.Transfer); err != nil {
			return err
		}
		if wish.isMet(held) {
			return audit.ErrMet
		}
		if held.Version != on.Seen {
			return ErrWorkChanged
		}
		done, err := wish.change(&tx.Reader, &held)
		if err != nil {
			return err
		}
		done.At, done.By = d.clock(), audit.By(actor)
		held.Version, held.ChangedAt = held.Version+1, done.At
		return tx.SaveWork(held, done)
	})
	return held, err
}

// errResolved refuses what makes sense of an open transfer only.
var errResolved = fault.New(fault.Unprocessable, "The transfer is resolved. Reopen it first; nothing was changed.")

// FollowUp sets the day on which to look at a transfer again; an empty one clears it.
// The day is one of work.ParseDay. Its errors are those of workOn, and
// fault.Unprocessable for a transfer that is resolved.
func (d *Desk) FollowUp(ctx context.Context, actor auth.Actor, requestID string, on WorkOn, day work.Day) (store.Work, error) {
	return d.workOn(ctx, actor, requestID, on, workWish{
		act:    auth.FollowUpTransfer,
		detail: string(day),
		isMet:  func(held store.Work) bool { return held.FollowUp == day },
		change: func(_ *store.Reader, held *store.Work) (store.WorkAct, error) {
			done := store.WorkAct{Kind: work.FollowUpSet, From: string(held.FollowUp), To: string(day)}
			if day == "" {
				done.Kind = work.FollowUpCleared
			}
			if !held.Open() {
				return done, errResolved
			}
			held.FollowUp = day
			return done, nil
		},
	})
}
