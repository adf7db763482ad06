package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/fault"
	"transferdesk/internal/preference"
)

// Session is one signed-in browser.
type Session struct {
	Hash      []byte // SHA-256 of the secret in the cookie, 32 bytes
	PersonID  int64
	StartedAt time.Time
	SeenAt    time.Time // last use, some minutes stale

	Preferences preference.Preferences // of the person, as Session finds them
}

// StartSession keeps a new session.
func (tx *Tx) StartSession(s Session) error {
	_, err := tx.exec(`INSERT INTO sessions (id_sha256, person_id, started_at, seen_at) VALUES (?, ?, ?, ?)`,
		s.Hash, s.PersonID, s.StartedAt.UnixMicro(), s.SeenAt.UnixMicro())
	if err != nil {
		return fmt.Errorf("starting a session: %w", err)
	}
	return nil
}

// TouchSession notes the last use of a session; one that has ended stays ended.
func (tx *Tx) TouchSession(hash []byte, at time.Time) error {
	_, err := tx.exec(`UPDATE sessions SET seen_at = max(seen_at, ?) WHERE id_sha256 = ?`, at.UnixMicro(), hash)
	if err != nil {
		return fmt.Errorf("touching a session: %w", err)
	}
	return nil
}

// EndSession ends one session; one that is not there is no error.
func (tx *Tx) EndSession(hash []byte) error {
	if _, err := tx.exec(`DELETE FROM sessions WHERE id_sha256 = ?`, hash); err != nil {
		return fmt.Errorf("ending a session: %w", err)
	}
	return nil
}

// EndSessionsOf ends every session of a person.
func (tx *Tx) EndSessionsOf(personID int64) error {
	if _, err := tx.exec(`DELETE FROM sessions WHERE person_id = ?`, personID); err != nil {
		return fmt.Errorf("ending the sessions of person %d: %w", personID, err)
	}
	return nil
}

// DropSessions forgets the sessions that began or were last used before the given times.
func (tx *Tx) DropSessions(startedBefore, seenBefore time.Time) error {
	_, err := tx.exec(`DELETE FROM sessions WHERE started_at < ? OR seen_at < ?`,
		startedBefore.UnixMicro(), seenBefore.UnixMicro())
	if err != nil {
		return fmt.Errorf("dropping old sessions: %w", err)
	}
	return nil
}

// Session finds a session, whose it is and how that person likes to read, in one
// query, since every page asks; fault.NotFound when there is none.
// Whether it is too old or the person disabled is for the caller to judge.
func (r *Reader) Session(hash []byte) (Session, Person, error) {
	const query = `SELECT s.person_id, s.started_at, s.seen_at, p.email, p.name, p.role, p.password_hash, p.created_at, p.disabled_at, p.compliance, ` + preferenceColumns + `
		FROM sessions s JOIN people p ON p.id = s.person_id LEFT JOIN preferences f ON f.person_id = p.id WHERE s.id_sha256 = ?`
	var row personRow
	var likes preferenceRow
	var started, seen int64
	err := r.scan(query, []any{hash}, &row.ID, &started, &seen,
		&row.Email, &row.Name, &row.Role, &row.PasswordHash, &row.CreatedAt, &row.DisabledAt, &row.Compliance,
		&likes.Zone, &likes.Theme, &likes.Density, &likes.Keys)
	if errors.Is(err, sql.ErrNoRows) {
		return Session{}, Person{}, fault.New(fault.NotFound, "There is no such session.")
	}
	if err != nil {
		return Session{}, Person{}, fmt.Errorf("reading a session: %w", err)
	}
	return Session{Hash: hash, PersonID: row.ID, StartedAt: time.UnixMicro(started).UTC(),
		SeenAt: time.UnixMicro(seen).UTC(), Preferences: likes.preferences()}, row.person(), nil
}
