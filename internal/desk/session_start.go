package desk

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/time/rate"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// The sentences of the log-in page. One covers every reason for which an
// account cannot be used, so that nobody learns which accounts exist.
const (
	textNoMatch = "E-mail and password do not match an account."
	textTooMany = "Too many attempts. Wait a minute, then try again."
)

// SignIn checks e-mail and password and starts a session. It returns the
// session's secret for the cookie, or fault.Unauthenticated with one text for
// every reason, or fault.TooMany. A failure is recorded; the e-mail that was
// typed is kept only if it is an account's.
func (d *Desk) SignIn(ctx context.Context, visitor Visitor, email, password string) (secret string, err error) {
	email = foldTyped(email)
	delay, ok := d.throttle.Try(email, visitor.Remote)
	if !ok {
		return "", d.tooMany(ctx, visitor)
	}
	if err := sleep(ctx, delay); err != nil {
		return "", fmt.Errorf("waiting to sign in: %w", err)
	}
	person, err := d.personFor(ctx, email)
	if err != nil {
		return "", err
	}
	matches, err := d.hasher.Check(ctx, usableHash(person), password)
	if err != nil {
		return "", fmt.Errorf("checking a password: %w", err)
	}
	if !matches {
		return "", d.noMatch(ctx, visitor, person)
	}
	return d.startSession(ctx, visitor, person)
}

// startSession begins a session and ends the one that the visitor still held.
func (d *Desk) startSession(ctx context.Context, visitor Visitor, person store.Person) (string, error) {
	secret := auth.NewSecret()
	actor, now := actorOf(person, auth.HashSecret(secret)), d.clock()
	entry := audit.Entry{Act: auth.SignIn, SubjectKind: "session", SubjectID: actor.Session,
		RequestID: visitor.RequestID, Detail: "from " + cut(visitor.Remote)}
	err := audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		return replaceSession(tx, visitor.Session, store.Session{
			Hash: auth.HashSecret(secret), PersonID: person.ID, StartedAt: now, SeenAt: now,
		}, person.PasswordHash)
	})
	if err != nil {
		return "", err
	}
	return secret, nil
}

// replaceSession starts one session in place of another and drops those that
// are over. It refuses when the person was disabled or got another password
// while this one's was being checked.
func replaceSession(tx *store.Tx, old string, session store.Session, checkedHash string) error {
	person, err := tx.Person(session.PersonID)
	if err != nil {
		return err
	}
	if person.Disabled() || person.PasswordHash != checkedHash {
		return fault.New(fault.Unauthenticated, textNoMatch)
	}
	if auth.IsSecret(old) {
		if err := tx.EndSession(auth.HashSecret(old)); err != nil {
			return err
		}
	}
	if err := tx.DropSessions(session.StartedAt.Add(-sessionLife), session.StartedAt.Add(-sessionIdle)); err != nil {
		return err
	}
	return tx.StartSession(session)
}

// personFor finds the account of an e-mail; the zero Person when there is none.
func (d *Desk) personFor(ctx context.Context, email string) (store.Person, error) {
	var person store.Person
	err := d.db.Read(ctx, func(r *store.Reader) (err error) {
		person, err = r.PersonByEmail(email)
		return err
	})
	if err != nil && fault.KindOf(err) != fault.NotFound {
		return store.Person{}, fmt.Errorf("looking up an account: %w", err)
	}
	return person, nil
}

// usableHash is the hash to check a password against; empty when the account
// is not there or may not sign in.
func usableHash(person store.Person) string {
	if person.Disabled() {
		return ""
	}
	return person.PasswordHash
}

// noMatch records a failed log-in and gives the one answer.
func (d *Desk) noMatch(ctx context.Context, visitor Visitor, person store.Person) error {
	entry := audit.Entry{Act: auth.SignIn, RequestID: visitor.RequestID, Detail: "no such account, from " + cut(visitor.Remote)}
	if person.ID != 0 {
		entry.SubjectKind, entry.SubjectID = "person", fmt.Sprint(person.ID)
		entry.Detail = "wrong password, from " + cut(visitor.Remote)
	}
	if person.Disabled() {
		entry.Detail = "disabled account, from " + cut(visitor.Remote)
	}
	if err := audit.Failed(ctx, d.db, d.clock, auth.Actor{Kind: auth.Visitor}, entry); err != nil {
		return err
	}
	return fault.New(fault.Unauthenticated, textNoMatch)
}

// tooMany records that log-in is being braked, now and then only: a stranger
// must not cost us a write per request.
func (d *Desk) tooMany(ctx context.Context, visitor Visitor) error {
	if d.notes.allow(d.clock()) {
		entry := audit.Entry{Act: auth.SignIn, RequestID: visitor.RequestID, Detail: "too many attempts, from " + cut(visitor.Remote)}
		if err := audit.Failed(ctx, d.db, d.clock, auth.Actor{Kind: auth.Visitor}, entry); err != nil {
			return err
		}
	}
	return fault.New(fault.TooMany, textTooMany)
}

// foldTyped folds what was typed as an e-mail; what is too long to be one
// becomes one that no account has, so that it costs no memory.
func foldTyped(email string) string {
	if len(email) > 320 {
		return "too long"
	}
	return auth.FoldEmail(email)
}

// cut keeps an address from outside short enough for a log.
func cut(remote string) string { return remote[:min(len(remote), 64)] }

// noteBrake lets a note on braked log-ins through once a minute.
type noteBrake struct{ limiter *rate.Limiter }

func newNoteBrake() *noteBrake {
	return &noteBrake{limiter: rate.NewLimiter(rate.Every(time.Minute), 5)}
}

func (b *noteBrake) allow(now time.Time) bool { return b.limiter.AllowN(now, 1) }

// sleep waits for d or until ctx is done.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
