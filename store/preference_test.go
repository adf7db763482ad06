package store_test

import (
	"crypto/sha256"
	"testing"
	"time"

	"transferdesk/internal/preference"
	"transferdesk/internal/testkit"
	"transferdesk/store"
)

// likes reads how a session's person likes to read.
func likes(t *testing.T, db *store.DB, session []byte) (p preference.Preferences) {
	t.Helper()
	err := db.Read(t.Context(), func(r *store.Reader) error {
		s, _, err := r.Session(session)
		p = s.Preferences
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPreferencesAreReadWithEverySessionOfThePerson(t *testing.T) {
	db := testkit.DB(t)
	person := ada()
	person.ID = add(t, db, person)
	var sessions [][]byte
	for _, name := range []string{"at the desk", "on the phone"} {
		sum := sha256.Sum256([]byte(name))
		sessions = append(sessions, sum[:])
		if err := act(t, db, func(tx *store.Tx) error {
			return tx.StartSession(store.Session{Hash: sum[:], PersonID: person.ID, StartedAt: founded, SeenAt: founded})
		}); err != nil {
			t.Fatal(err)
		}
	}
	if got := likes(t, db, sessions[0]); got != preference.Default() {
		t.Errorf("before anything was chosen: %+v", got)
	}
	first := preference.Preferences{Zone: "Asia/Kathmandu", Theme: preference.Dark, Density: preference.Dense}
	second := preference.Preferences{Theme: preference.Light, Density: preference.Roomy, Keys: true}
	for _, want := range []preference.Preferences{first, second} {
		if err := act(t, db, func(tx *store.Tx) error { return tx.SetPreferences(person.ID, want, founded.Add(time.Hour)) }); err != nil {
			t.Fatal(err)
		}
		for _, s := range sessions {
			if got := likes(t, db, s); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		}
		if got := preferencesOf(t, db, person.ID); got != want {
			t.Errorf("by person: %+v, want %+v", got, want)
		}
	}
	if got := preferencesOf(t, db, person.ID+1); got != preference.Default() {
		t.Errorf("of somebody who chose nothing: %+v", got)
	}
}

// preferencesOf reads how a person likes to read.
func preferencesOf(t *testing.T, db *store.DB, person int64) (p preference.Preferences) {
	t.Helper()
	if err := db.Read(t.Context(), func(r *store.Reader) (err error) { p, err = r.Preferences(person); return err }); err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAZoneThatIsNoneAnyMoreIsTheCompanysAndTheRestStands(t *testing.T) {
	path := testkit.DBPath(t)
	db := testkit.OpenDB(t, path, store.Options{})
	person := ada()
	person.ID = add(t, db, person)
	sum := sha256.Sum256([]byte("x"))
	if err := act(t, db, func(tx *store.Tx) error {
		if err := tx.StartSession(store.Session{Hash: sum[:], PersonID: person.ID, StartedAt: founded, SeenAt: founded}); err != nil {
			return err
		}
		return tx.SetPreferences(person.ID, preference.Preferences{Zone: "Europe/Berlin", Theme: preference.Dark, Density: preference.Dense}, founded)
	}); err != nil {
		t.Fatal(err)
	}
	outsider(t, path, `UPDATE preferences SET zone = 'Europe/Atlantis'`)
	want := preference.Preferences{Theme: preference.Dark, Density: preference.Dense}
	if got := likes(t, db, sum[:]); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
