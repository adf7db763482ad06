package store

import (
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/work"
)

// WorkAct is one thing that somebody did about a transfer.
type WorkAct struct {
	ID       int64 // given by SaveWork
	Transfer int64 // likewise
	Version  int64 // of the work, that this act made; likewise
	Kind     work.Kind
	From     string // a person's id, a day or an outcome; empty: none
	To       string // likewise
	Remark   string // of an outcome; may be empty
	At       time.Time
	By       Actor
}

// addWorkAct keeps a row; none is ever changed.
func (tx *Tx) addWorkAct(w Work, a WorkAct) error {
	_, err := tx.exec(`INSERT INTO work_acts (transfer_id, version, kind, from_value, to_value, remark, at, actor_kind, actor_id, actor_name)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		w.Transfer, w.Version, string(a.Kind), a.From, a.To, a.Remark, stamp(a.At), a.By.Kind, a.By.ID, a.By.Name)
	if err != nil {
		return fmt.Errorf("keeping what was done about transfer %d: %w", w.Transfer, err)
	}
	return nil
}

// WorkActs gives what was done about a transfer, the newest 200 acts, newest first.
func (r *Reader) WorkActs(transfer int64) (all []WorkAct, err error) {
	rows, err := r.query(`SELECT id, transfer_id, version, kind, from_value, to_value, remark, at, actor_kind, actor_id, actor_name
		FROM work_acts WHERE transfer_id = ? ORDER BY version DESC LIMIT ?`, transfer, maxLimit)
	if err != nil {
		return nil, fmt.Errorf("reading what was done about transfer %d: %w", transfer, err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var a WorkAct
		var at int64
		err := rows.Scan(&a.ID, &a.Transfer, &a.Version, &a.Kind, &a.From, &a.To, &a.Remark, &at, &a.By.Kind, &a.By.ID, &a.By.Name)
		if err != nil {
			return nil, fmt.Errorf("reading what was done about transfer %d: %w", transfer, err)
		}
		a.At = stamped(at)
		all = append(all, a)
	}
	return all, rows.Err()
}
