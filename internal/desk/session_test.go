package desk_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

func TestSigningInOpensASessionAndSigningOutEndsIt(t *testing.T) {
	o := newOffice(t)
	secret := o.signIn(" Lead@Example.com ")
	actor, err := o.Session(context.Background(), secret)
	if err != nil {
		t.Fatal(err)
	}
	if actor.Kind != auth.Person || actor.Role != auth.Lead || actor.Name != "Test lead" || len(actor.Session) != 16 {
		t.Errorf("signed in as %+v", actor)
	}
	got := o.last()
	if got.Act != "session.start" || got.Result != "done" || got.ActorID != actor.ID || got.Session != actor.Session || got.RequestID != "req-1" {
		t.Errorf("the log-in is recorded as %+v", got)
	}
	if err := o.SignOut(context.Background(), actor, "req-2", secret); err != nil {
		t.Fatal(err)
	}
	o.wantSession(secret, false, "after signing out")
	if got := o.last(); got.Act != "session.end" || got.Result != "done" || got.ActorID != actor.ID || got.RequestID != "req-2" {
		t.Errorf("the log-out is recorded as %+v", got)
	}
	o.wantNoTrace(secret, testkit.Password)
}

func TestEveryFailedLogInHasOneAnswer(t *testing.T) {
	o := newOffice(t)
	if err := o.DisablePerson(context.Background(), root(), "", "lead@example.com"); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, email, password, subject, detail string }{
		{"a wrong password", "agent@example.com", "wrong", "person", "wrong password, from 192.0.2.1"},
		{"an empty password", "agent@example.com", "", "person", "wrong password, from 192.0.2.1"},
		{"a password with a space behind", "agent@example.com", testkit.Password + " ", "person", "wrong password, from 192.0.2.1"},
		{"a disabled account, right password", "lead@example.com", testkit.Password, "person", "disabled account, from 192.0.2.1"},
		{"no account", "stranger@example.org", testkit.Password, "", "no such account, from 192.0.2.1"},
		{"no e-mail", "", testkit.Password, "", "no such account, from 192.0.2.1"},
		{"an e-mail of 10 kB", strings.Repeat("x", 10_000), testkit.Password, "", "no such account, from 192.0.2.1"},
		{"a pasted password for e-mail", "my secret words here", "wrong", "", "no such account, from 192.0.2.1"},
	}
	for _, test := range tests {
		secret, err := o.SignIn(context.Background(), from("192.0.2.1"), test.email, test.password)
		if secret != "" || fault.KindOf(err) != fault.Unauthenticated || fault.TextOf(err) != "E-mail and password do not match an account." {
			t.Errorf("%s: got %q, %v", test.name, secret, err)
		}
		got := o.last()
		if got.Act != "session.start" || got.Result != "failed" || got.ActorKind != "visitor" || got.SubjectKind != test.subject || got.Detail != test.detail {
			t.Errorf("%s is recorded as %+v", test.name, got)
		}
	}
	o.wantNoTrace("stranger", "my secret words", "xxxxx", testkit.Password)
}

func TestGuessingIsRefusedAndRecordedNowAndThen(t *testing.T) {
	o := newOffice(t)
	refused := 0
	for range 60 {
		_, err := o.SignIn(context.Background(), from("192.0.2.66"), "agent@example.com", "guess")
		if fault.KindOf(err) == fault.TooMany {
			refused++
		}
	}
	if refused < 50 {
		t.Errorf("%d of 60 guesses were refused, want 50 or more", refused)
	}
	if n := len(testkit.AuditEntries(t, o.db)); n > 12 {
		t.Errorf("60 guesses cost %d rows", n)
	}
	if got := o.last(); got.Detail != "too many attempts, from 192.0.2.66" {
		t.Errorf("the refusal is recorded as %+v", got)
	}
	o.signIn("agent@example.com") // from another address: the account is not locked
}

func TestSessionsEndByThemselves(t *testing.T) {
	o := newOffice(t)
	idle, busy := o.signIn("agent@example.com"), o.signIn("lead@example.com")
	for range 23 { // eleven and a half hours, never half an hour without a request
		o.now = o.now.Add(30 * time.Minute)
		o.wantSession(busy, true, "in use")
	}
	o.wantSession(idle, false, "without a request for an hour")
	o.now = o.now.Add(30 * time.Minute)
	o.wantSession(busy, false, "after twelve hours")
}

func TestSessionWithoutARequestForAnHourEnds(t *testing.T) {
	o := newOffice(t)
	secret := o.signIn("agent@example.com")
	o.now = o.now.Add(59 * time.Minute)
	o.wantSession(secret, true, "after 59 minutes")
	o.now = o.now.Add(59 * time.Minute)
	o.wantSession(secret, true, "59 minutes after that")
	o.now = o.now.Add(time.Hour)
	o.wantSession(secret, false, "an hour after that")
}

func TestReadingASessionNeedsNoWrite(t *testing.T) {
	o := newOffice(t)
	secret := o.signIn("agent@example.com")
	o.now = o.now.Add(30 * time.Minute) // the last use is due to be noted
	holding, held := make(chan bool), make(chan bool)
	release := sync.OnceFunc(func() { close(holding) })
	defer time.AfterFunc(5*time.Second, release).Stop()
	go func() {
		_ = o.db.Write(context.Background(), store.LaneAct, func(*store.Tx) error { close(held); <-holding; return nil })
	}()
	<-held
	begun := time.Now()
	o.wantSession(secret, true, "while the writer is busy")
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("it took %v", took)
	}
	release()
}

func TestSigningInAgainEndsTheOldSession(t *testing.T) {
	o := newOffice(t)
	old := o.signIn("agent@example.com")
	visitor := from("192.0.2.1")
	visitor.Session = old
	secret, err := o.SignIn(context.Background(), visitor, "agent@example.com", testkit.Password)
	if err != nil {
		t.Fatal(err)
	}
	o.wantSession(old, false, "the old session")
	o.wantSession(secret, true, "the new session")
}

func TestSecretsThatAreNotOursOpenNothing(t *testing.T) {
	o := newOffice(t)
	o.signIn("agent@example.com")
	for _, secret := range []string{"", "x", auth.NewSecret(), auth.NewToken(), strings.Repeat("A", 10_000), "' OR 1=1 --"} {
		o.wantSession(secret, false, fmt.Sprintf("%.20q", secret))
	}
}

func TestDisableAndANewPasswordEndEverySessionAtOnce(t *testing.T) {
	for name, act := range map[string]func(*office) error{
		"disable": func(o *office) error {
			return o.DisablePerson(context.Background(), root(), "", "agent@example.com")
		},
		"password": func(o *office) error {
			return o.SetPassword(context.Background(), root(), "", "agent@example.com", "gravel otter pumice lantern")
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			first, second, other := o.signIn("agent@example.com"), o.signIn("agent@example.com"), o.signIn("lead@example.com")
			if err := act(o); err != nil {
				t.Fatal(err)
			}
			o.wantSession(first, false, "the first session")
			err := o.db.Read(context.Background(), func(r *store.Reader) error {
				_, _, err := r.Session(auth.HashSecret(first))
				return err
			})
			if fault.KindOf(err) != fault.NotFound {
				t.Errorf("the first session's row stands: %v", err)
			}
			o.wantSession(second, false, "the second session")
			o.wantSession(other, true, "another person's session")
			if _, err := o.SignIn(context.Background(), from("192.0.2.1"), "agent@example.com", testkit.Password); err == nil {
				t.Error("the old password still signs in")
			}
		})
	}
}

func TestSessionOfADisabledPersonIsRefusedThoughItsRowStands(t *testing.T) {
	o := newOffice(t)
	secret := o.signIn("agent@example.com")
	err := o.db.Write(context.Background(), store.LaneAct, func(tx *store.Tx) error {
		person, err := tx.PersonByEmail("agent@example.com")
		if err != nil {
			return err
		}
		return tx.DisablePerson(person.ID, o.now)
	})
	if err != nil {
		t.Fatal(err)
	}
	o.wantSession(secret, false, "disabled behind the desk's back")
}
