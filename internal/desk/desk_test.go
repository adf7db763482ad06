package desk_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/fault"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// office is a desk with a clock that is moved by hand and one person per role.
type office struct {
	*desk.Desk
	t   *testing.T
	db  *store.DB
	now time.Time
}

func newOffice(t *testing.T) *office {
	o := &office{t: t, db: testkit.DB(t), now: time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)}
	o.Desk = desk.New(o.db, func() time.Time { return o.now })
	for _, role := range auth.Roles() {
		testkit.AddPerson(t, o.db, string(role)+"@example.com", role)
	}
	return o
}

// root is the command line.
func root() auth.Actor { return auth.Actor{Kind: auth.CLI, Name: "root", Role: auth.Admin} }

func from(remote string) desk.Visitor { return desk.Visitor{Remote: remote, RequestID: "req-1"} }

// signIn signs in with the test people's password and gives the secret.
func (o *office) signIn(email string) string {
	o.t.Helper()
	secret, err := o.SignIn(context.Background(), from("192.0.2.1"), email, testkit.Password)
	if err != nil {
		o.t.Fatalf("signing %s in: %v", email, err)
	}
	return secret
}

// wantSession fails unless the secret opens a session, or does not.
func (o *office) wantSession(secret string, want bool, when string) {
	o.t.Helper()
	_, err := o.Session(context.Background(), secret)
	if got := err == nil; got != want {
		o.t.Errorf("%s: signed in is %v (%v), want %v", when, got, err, want)
	}
	if err != nil && fault.KindOf(err) != fault.Unauthenticated {
		o.t.Errorf("%s: got %v, want fault.Unauthenticated", when, err)
	}
}

// last gives the newest line of the audit log.
func (o *office) last() store.AuditEntry {
	o.t.Helper()
	entries := testkit.AuditEntries(o.t, o.db)
	if len(entries) == 0 {
		o.t.Fatal("the audit log is empty")
	}
	return entries[len(entries)-1]
}

// wantNoTrace fails when any of the texts stands anywhere in the audit log.
func (o *office) wantNoTrace(texts ...string) {
	o.t.Helper()
	for _, entry := range testkit.AuditEntries(o.t, o.db) {
		line := strings.Join([]string{entry.ActorName, entry.SubjectKind, entry.SubjectID, entry.Session, entry.RequestID, entry.Detail}, "|")
		for _, text := range texts {
			if strings.Contains(line, text) {
				o.t.Errorf("the audit log holds %q: %s", text, line)
			}
		}
	}
}
