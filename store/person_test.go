package store_test

import (
	"crypto/sha256"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/fault"
	"transferdesk/internal/preference"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

var founded = time.Date(2026, 11, 18, 14, 3, 5, 123456000, time.UTC)

func ada() store.Person {
	return store.Person{Email: "ada@example.com", Name: "Ada", Role: "agent", PasswordHash: "$argon2id$", CreatedAt: founded}
}

// act runs a change and gives its error.
func act(t *testing.T, db *store.DB, do func(tx *store.Tx) error) error {
	t.Helper()
	return db.Write(t.Context(), store.LaneAct, do)
}

func add(t *testing.T, db *store.DB, person store.Person) (id int64) {
	t.Helper()
	if err := act(t, db, func(tx *store.Tx) (err error) { id, err = tx.AddPerson(person); return err }); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestAPersonComesBackAsKept(t *testing.T) {
	db := testkit.DB(t)
	want := ada()
	want.ID = add(t, db, want)
	err := act(t, db, func(tx *store.Tx) error {
		if err := tx.SetPassword(want.ID, "$new"); err != nil {
			return err
		}
		if err := tx.DisablePerson(want.ID, founded.Add(time.Hour)); err != nil {
			return err
		}
		if err := tx.DisablePerson(want.ID, founded.Add(2*time.Hour)); err != nil { // keeps the first date
			return err
		}
		return tx.SetCompliance(want.ID, true)
	})
	if err != nil {
		t.Fatal(err)
	}
	want.PasswordHash, want.DisabledAt, want.Compliance = "$new", founded.Add(time.Hour), true
	err = db.Read(t.Context(), func(r *store.Reader) error {
		byEmail, err := r.PersonByEmail("ada@example.com")
		if diff := cmp.Diff(want, byEmail); diff != "" || err != nil {
			t.Errorf("by e-mail (-want +got): %v\n%s", err, diff)
		}
		byID, err := r.Person(want.ID)
		if diff := cmp.Diff(want, byID); diff != "" || err != nil {
			t.Errorf("by id (-want +got): %v\n%s", err, diff)
		}
		if _, err := r.PersonByEmail("' OR 1=1 --"); fault.KindOf(err) != fault.NotFound {
			t.Errorf("an unknown e-mail gives %v", err)
		}
		if n, err := r.CountPeople(); n != 1 || err != nil {
			t.Errorf("CountPeople = %d, %v", n, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTwoAccountsCannotShareAnEmail(t *testing.T) {
	db := testkit.DB(t)
	add(t, db, ada())
	err := act(t, db, func(tx *store.Tx) error { _, err := tx.AddPerson(ada()); return err })
	if fault.KindOf(err) != fault.Conflict {
		t.Errorf("got %v, want fault.Conflict", err)
	}
}

func TestTheDatabaseRefusesARoleThatIsNone(t *testing.T) {
	db := testkit.DB(t)
	for _, role := range []string{"", "root", "Admin"} {
		person := ada()
		person.Role = role
		if err := act(t, db, func(tx *store.Tx) error { _, err := tx.AddPerson(person); return err }); err == nil {
			t.Errorf("a person of role %q is kept", role)
		}
		token := store.Token{Name: "x", Role: role, Hash: make([]byte, 32), CreatedAt: founded}
		if err := act(t, db, func(tx *store.Tx) error { _, err := tx.AddToken(token); return err }); err == nil {
			t.Errorf("a token of role %q is kept", role)
		}
	}
}

func TestSessionsAreFoundEndedAndDropped(t *testing.T) {
	db := testkit.DB(t)
	person := ada()
	person.ID = add(t, db, person)
	hash := func(name string) []byte { sum := sha256.Sum256([]byte(name)); return sum[:] }
	begin := func(name string, started, seen time.Time) {
		session := store.Session{Hash: hash(name), PersonID: person.ID, StartedAt: started, SeenAt: seen}
		if err := act(t, db, func(tx *store.Tx) error { return tx.StartSession(session) }); err != nil {
			t.Fatal(err)
		}
	}
	begin("ended", founded, founded)
	begin("old", founded.Add(-13*time.Hour), founded)
	begin("idle", founded, founded.Add(-2*time.Hour))
	begin("alive", founded, founded)
	err := act(t, db, func(tx *store.Tx) error {
		if err := tx.EndSession(hash("ended")); err != nil {
			return err
		}
		if err := tx.TouchSession(hash("alive"), founded.Add(time.Minute)); err != nil {
			return err
		}
		if err := tx.TouchSession(hash("alive"), founded); err != nil { // the clock went back: the later use stands
			return err
		}
		return tx.DropSessions(founded.Add(-12*time.Hour), founded.Add(-time.Hour))
	})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Read(t.Context(), func(r *store.Reader) error {
		for _, name := range []string{"ended", "old", "idle", "unknown"} {
			if _, _, err := r.Session(hash(name)); fault.KindOf(err) != fault.NotFound {
				t.Errorf("session %q: got %v, want fault.NotFound", name, err)
			}
		}
		session, whose, err := r.Session(hash("alive"))
		want := store.Session{Hash: hash("alive"), PersonID: person.ID, StartedAt: founded, SeenAt: founded.Add(time.Minute), Preferences: preference.Default()}
		if diff := cmp.Diff(want, session); diff != "" || err != nil {
			t.Errorf("the session (-want +got): %v\n%s", err, diff)
		}
		if diff := cmp.Diff(person, whose); diff != "" {
			t.Errorf("whose it is (-want +got):\n%s", diff)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTokensAreFoundByTheirHash(t *testing.T) {
	db := testkit.DB(t)
	sum := sha256.Sum256([]byte("tdk_x"))
	want := store.Token{Name: "exports", Role: "lead", Hash: sum[:], CreatedAt: founded}
	err := act(t, db, func(tx *store.Tx) (err error) { want.ID, err = tx.AddToken(want); return err })
	if err != nil {
		t.Fatal(err)
	}
	err = db.Read(t.Context(), func(r *store.Reader) error {
		got, err := r.Token(sum[:])
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("the token (-want +got): %v\n%s", err, diff)
		}
		if _, err := r.Token(make([]byte, 32)); fault.KindOf(err) != fault.NotFound {
			t.Errorf("an unknown hash gives %v", err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := act(t, db, func(tx *store.Tx) error { _, err := tx.AddToken(want); return err }); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a second token of one name: %v", err)
	}
}
