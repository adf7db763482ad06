package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/fault"
)

// Note is what somebody of ours noted about a transfer, as its newest version has it.
type Note struct {
	ID        int64 // given by AddNote
	Transfer  int64
	At        time.Time // when it was added
	By        Actor     // its author
	Version   int64     // from 1
	Text      string    // as it was written; empty when Withdrawn
	Withdrawn bool
	ChangedAt time.Time // when this version was made
	ChangedBy Actor
}

// Edited says whether the text is not the one that was added first.
func (n Note) Edited() bool { return n.Version > 1 && !n.Withdrawn }

// NoteVersion is one version of a note; none is ever changed.
type NoteVersion struct {
	Note      int64
	Version   int64
	Withdrawn bool
	Text      string // empty when Withdrawn, and only then
	At        time.Time
	By        Actor
}

// AddNote keeps a note with its first version, and gives its id.
func (tx *Tx) AddNote(n Note) (int64, error) {
	added, err := tx.exec(`INSERT INTO notes (transfer_id, added_at, actor_kind, actor_id, actor_name) VALUES (?, ?, ?, ?, ?)`,
		n.Transfer, stamp(n.At), n.By.Kind, n.By.ID, n.By.Name)
	if err != nil {
		return 0, fmt.Errorf("adding a note to transfer %d: %w", n.Transfer, err)
	}
	id, err := added.LastInsertId()
	if err != nil {
		return 0, fmt.Errorf("adding a note to transfer %d: %w", n.Transfer, err)
	}
	return id, tx.AddNoteVersion(NoteVersion{Note: id, Version: 1, Text: n.Text, At: n.At, By: n.By})
}

// AddNoteVersion keeps a version. One whose number is taken is an error: somebody else
// was faster.
func (tx *Tx) AddNoteVersion(v NoteVersion) error {
	_, err := tx.exec(`INSERT INTO note_versions (note_id, version, withdrawn, text, made_at, actor_kind, actor_id, actor_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		v.Note, v.Version, v.Withdrawn, v.Text, stamp(v.At), v.By.Kind, v.By.ID, v.By.Name)
	if err != nil {
		return fmt.Errorf("adding a version to note %d: %w", v.Note, err)
	}
	return nil
}

const noteColumns = `SELECT n.id, n.transfer_id, n.added_at, n.actor_kind, n.actor_id, n.actor_name,
	v.version, v.withdrawn, v.text, v.made_at, v.actor_kind, v.actor_id, v.actor_name
	FROM notes n JOIN note_versions v ON v.note_id = n.id AND v.version = (SELECT max(m.version) FROM note_versions m WHERE m.note_id = n.id) `

// Notes gives the notes on a transfer, the newest 200, newest first, those that were
// withdrawn among them.
func (r *Reader) Notes(transfer int64) ([]Note, error) {
	return r.notes(noteColumns+`WHERE n.transfer_id = ? ORDER BY n.id DESC LIMIT ?`, transfer, maxLimit)
}

// Note gives one note; fault.NotFound when there is none.
func (r *Reader) Note(id int64) (Note, error) {
	all, err := r.notes(noteColumns+`WHERE n.id = ?`, id)
	if err != nil {
		return Note{}, err
	}
	if len(all) == 0 {
		return Note{}, fault.New(fault.NotFound, "There is no such note.")
	}
	return all[0], nil
}

// NoteVersion gives one version of a note; fault.NotFound when there is none.
func (r *Reader) NoteVersion(id, version int64) (v NoteVersion, err error) {
	var at int64
	err = r.scan(`SELECT note_id, version, withdrawn, text, made_at, actor_kind, actor_id, actor_name FROM note_versions WHERE note_id = ? AND version = ?`,
		[]any{id, version}, &v.Note, &v.Version, &v.Withdrawn, &v.Text, &at, &v.By.Kind, &v.By.ID, &v.By.Name)
	if errors.Is(err, sql.ErrNoRows) {
		return v, fault.New(fault.NotFound, "There is no such version of this note.")
	}
	if err != nil {
		return v, fmt.Errorf("reading version %d of note %d: %w", version, id, err)
	}
	v.At = stamped(at)
	return v, nil
}

func (r *Reader) notes(query string, args ...any) (all []Note, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading notes: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var n Note
		var added, changed int64
		err := rows.Scan(&n.ID, &n.Transfer, &added, &n.By.Kind, &n.By.ID, &n.By.Name,
			&n.Version, &n.Withdrawn, &n.Text, &changed, &n.ChangedBy.Kind, &n.ChangedBy.ID, &n.ChangedBy.Name)
		if err != nil {
			return nil, fmt.Errorf("reading notes: %w", err)
		}
		n.At, n.ChangedAt = stamped(added), stamped(changed)
		all = append(all, n)
	}
	return all, rows.Err()
}
