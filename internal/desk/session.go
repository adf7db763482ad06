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

// textSignIn answers who has no session.
const textSignIn = "Please sign in."

// touchEvery is how stale a session's last use may be on disk, and touchWait
// how long a request may wait to bring it up to date. Reading a session works
// without any write; a full disk signs nobody out before sessionIdle.
const (
	touchEvery = 5 * time.Minute
	touchWait  = 100 * time.Millisecond
)

// SignOut ends the session of secret, which is the actor's own.
func (d *Desk) SignOut(ctx context.Context, actor auth.Actor, requestID, secret string) error {
	entry := audit.Entry{Act: auth.SignOut, SubjectKind: "session", SubjectID: actor.Session, RequestID: requestID}
	return audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		return tx.EndSession(auth.HashSecret(secret))
	})
}

// Session finds who is signed in by a session's secret: fault.Unauthenticated
// when it has ended, is too old or belongs to a disabled person. The role,
// the compliance flag and the preferences are the person's now.
func (d *Desk) Session(ctx context.Context, secret string) (auth.Actor, error) {
	who, session, err := d.findSession(ctx, secret)
	if err == nil {
		d.touch(ctx, session, d.clock())
	}
	return who, err
}

// SessionUnused is the same for what a page does by itself, which is no use of the
// session: a page that is left open must not keep somebody signed in.
func (d *Desk) SessionUnused(ctx context.Context, secret string) (auth.Actor, error) {
	who, _, err := d.findSession(ctx, secret)
	return who, err
}

func (d *Desk) findSession(ctx context.Context, secret string) (who auth.Actor, session store.Session, err error) {
	if !auth.IsSecret(secret) {
		return who, session, fault.New(fault.Unauthenticated, textSignIn)
	}
	hash := auth.HashSecret(secret)
	var person store.Person
	err = d.db.Read(ctx, func(r *store.Reader) (err error) {
		session, person, err = r.Session(hash)
		return err
	})
	if fault.KindOf(err) == fault.NotFound {
		return who, session, fault.New(fault.Unauthenticated, textSignIn)
	}
	if err != nil {
		return who, session, fmt.Errorf("reading a session: %w", err)
	}
	if !alive(session, d.clock()) || person.Disabled() {
		return who, session, fault.New(fault.Unauthenticated, textSignIn)
	}
	who = actorOf(person, hash)
	who.Preferences = session.Preferences
	return who, session, nil
}

// touch notes that a session is in use, at most every touchEvery. A failure is
// of no consequence for the request: the note is missed, no more.
func (d *Desk) touch(ctx context.Context, session store.Session, now time.Time) {
	if now.Sub(session.SeenAt) < touchEvery {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, touchWait)
	defer cancel()
	_ = d.db.Write(ctx, store.LaneAct, func(tx *store.Tx) error { return tx.TouchSession(session.Hash, now) })
}

// alive says whether a session is within both of its limits.
func alive(session store.Session, now time.Time) bool {
	return now.Sub(session.StartedAt) < sessionLife && now.Sub(session.SeenAt) < sessionIdle
}

func actorOf(person store.Person, sessionHash []byte) auth.Actor {
	return auth.Actor{Kind: auth.Person, ID: person.ID, Name: person.Name,
		Role: auth.Role(person.Role), Compliance: person.Compliance, Session: auth.HashPrefix(sessionHash)}
}
