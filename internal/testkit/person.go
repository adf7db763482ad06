package testkit

import (
	"context"
	"testing"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// Password is every test person's; its hash is made at a fraction of the usual
// cost, so that signing in takes no time.
const Password = "tulips sing at dusk, quietly"

// AddPerson keeps a person with the role, named after it, and gives its id.
func AddPerson(t testing.TB, db *store.DB, email string, role auth.Role) int64 {
	t.Helper()
	return AddNamed(t, db, email, "Test "+string(role), role)
}

// AddNamed keeps a person with a name of its own, and gives its id.
func AddNamed(t testing.TB, db *store.DB, email, name string, role auth.Role) int64 {
	t.Helper()
	person := store.Person{
		Email: email, Name: name, Role: string(role),
		PasswordHash: auth.Cost{MemoryKiB: 64, Passes: 1, Threads: 1}.Hash(Password),
		CreatedAt:    time.Now().UTC(),
	}
	err := db.Write(context.Background(), store.LaneAct, func(tx *store.Tx) (err error) {
		person.ID, err = tx.AddPerson(person)
		return err
	})
	if err != nil {
		t.Fatalf("adding %s: %v", email, err)
	}
	return person.ID
}

// AuditEntries gives the whole audit log, oldest first.
func AuditEntries(t testing.TB, db *store.DB) (entries []store.AuditEntry) {
	t.Helper()
	err := db.Read(context.Background(), func(r *store.Reader) (err error) {
		entries, err = r.AuditEntries(0, 100_000)
		return err
	})
	if err != nil {
		t.Fatalf("reading the audit log: %v", err)
	}
	return entries
}
