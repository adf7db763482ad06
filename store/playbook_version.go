package store

import (
	"fmt"
	"strings"
	"time"

	"transferdesk/internal/reason"
)

// PlaybookVersion is what a lead made of one card. The newest of a code counts, the
// older ones are its history; none is ever changed.
type PlaybookVersion struct {
	ID      int64 // given by AddPlaybookVersion
	Kind    reason.Kind
	Code    string // as Wise spells it; of a case in small letters
	Version int64  // of this code, from 1
	Builtin bool   // back to what the product comes with
	Card    string // reason.Writing as JSON; empty when Builtin
	Note    string // why, in the author's words
	At      time.Time
	By      Actor
}

// Edit is the version as a catalogue takes it. What cannot be read is said to be so.
func (v PlaybookVersion) Edit() reason.Edit {
	e := reason.Edit{Kind: v.Kind, Code: v.Code, Builtin: v.Builtin, Edited: reason.Edited{Version: v.Version, By: v.By.Name, At: v.At, Note: v.Note}}
	if v.Builtin {
		return e
	}
	var err error
	e.Writing, err = reason.DecodeWriting(v.Kind, v.Card)
	e.Unreadable = err != nil
	return e
}

// AddPlaybookVersion keeps a version. One whose number is taken is an error: another
// lead was faster.
func (tx *Tx) AddPlaybookVersion(v PlaybookVersion) error {
	_, err := tx.exec(`INSERT INTO playbook_versions (kind, code, version, builtin, card, note, made_at, actor_kind, actor_id, actor_name)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, string(v.Kind), playbookCode(v.Kind, v.Code), v.Version, v.Builtin, v.Card, v.Note,
		stamp(v.At), v.By.Kind, v.By.ID, v.By.Name)
	if err != nil {
		return fmt.Errorf("adding a version to the playbook: %w", err)
	}
	return nil
}

const playbookColumns = `SELECT v.id, v.kind, v.code, v.version, v.builtin, v.card, v.note, v.made_at, v.actor_kind, v.actor_id, v.actor_name
	FROM playbook_versions v `

// Playbook gives the newest version of every code that was ever written on.
func (r *Reader) Playbook() ([]PlaybookVersion, error) {
	return r.playbook(playbookColumns + `JOIN (SELECT kind, code, MAX(version) AS version FROM playbook_versions GROUP BY kind, code) n
		ON (v.kind, v.code, v.version) = (n.kind, n.code, n.version) ORDER BY v.kind, v.code`)
}

// PlaybookVersions gives every version of one code, the newest first; a case's code
// in any case.
func (r *Reader) PlaybookVersions(kind reason.Kind, code string) ([]PlaybookVersion, error) {
	return r.playbook(playbookColumns+`WHERE v.kind = ? AND v.code = ? ORDER BY v.version DESC`, string(kind), playbookCode(kind, code))
}

func (r *Reader) playbook(query string, args ...any) ([]PlaybookVersion, error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading the playbook: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var all []PlaybookVersion
	for rows.Next() {
		var v PlaybookVersion
		var kind string
		var at int64
		if err := rows.Scan(&v.ID, &kind, &v.Code, &v.Version, &v.Builtin, &v.Card, &v.Note, &at, &v.By.Kind, &v.By.ID, &v.By.Name); err != nil {
			return nil, fmt.Errorf("reading the playbook: %w", err)
		}
		v.Kind, v.At = reason.Kind(kind), stamped(at)
		all = append(all, v)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading the playbook: %w", err)
	}
	return all, nil
}

// playbookCode is a code as the playbook keeps it: those of cases are compared
// without case.
func playbookCode(kind reason.Kind, code string) string {
	if kind == reason.OfCase {
		return strings.ToLower(code)
	}
	return code
}
