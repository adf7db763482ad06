package store

import (
	"fmt"
	"time"
)

// AuditEntry is one line of the audit log. The database refuses to change,
// delete or replace it.
type AuditEntry struct {
	ID          int64 // given by AddAuditEntry
	At          time.Time
	ActorKind   string // person, token, cli or visitor
	ActorID     int64  // of the person or token; 0 for the others
	ActorName   string
	Role        string // empty for a visitor
	Act         string // an auth.Act
	SubjectKind string
	SubjectID   string
	Result      string // done, denied, failed, started, refused or unknown
	RequestID   string
	Session     string // the first 16 hex digits of the session's hash
	Detail      string
}

// AddAuditEntry keeps one line.
func (tx *Tx) AddAuditEntry(e AuditEntry) error {
	const query = `INSERT INTO audit_entries
		(at, actor_kind, actor_id, actor_name, role, act, subject_kind, subject_id, result, request_id, session, detail)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	_, err := tx.exec(query, e.At.UnixMicro(), e.ActorKind, e.ActorID, e.ActorName, e.Role, e.Act,
		e.SubjectKind, e.SubjectID, e.Result, e.RequestID, e.Session, e.Detail)
	if err != nil {
		return fmt.Errorf("adding an audit entry: %w", err)
	}
	return nil
}

// AuditEntries gives the lines after a given id, oldest first, at most limit.
func (r *Reader) AuditEntries(after int64, limit int) (entries []AuditEntry, err error) {
	const query = `SELECT id, at, actor_kind, actor_id, actor_name, role, act, subject_kind, subject_id, result, request_id, session, detail
		FROM audit_entries WHERE id > ? ORDER BY id LIMIT ?`
	rows, err := r.query(query, after, limit)
	if err != nil {
		return nil, fmt.Errorf("reading the audit log: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var e AuditEntry
		var at int64
		err := rows.Scan(&e.ID, &at, &e.ActorKind, &e.ActorID, &e.ActorName, &e.Role, &e.Act,
			&e.SubjectKind, &e.SubjectID, &e.Result, &e.RequestID, &e.Session, &e.Detail)
		if err != nil {
			return nil, fmt.Errorf("reading an audit entry: %w", err)
		}
		e.At = time.UnixMicro(at).UTC()
		entries = append(entries, e)
	}
	return entries, rows.Err()
}
