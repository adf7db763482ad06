package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// Telling is what a customer was told about a transfer, as somebody of ours noted it.
type Telling struct {
	ID       int64 // given by AddTelling
	Transfer int64
	Text     string          // exactly as it was shown
	Code     string          // answer.Code that spoke
	Basis    json.RawMessage // answer.Basis: the facts that the text told
	Caller   string          // who was on the line; empty: not said
	Identity string          // whether that was confirmed; empty: not said
	At       time.Time
	By       Actor
}

// AddTelling keeps a row; none is ever changed.
func (tx *Tx) AddTelling(t Telling) error {
	_, err := tx.exec(`INSERT INTO tellings (transfer_id, text, code, basis, caller, identity, told_at, actor_kind, actor_id, actor_name)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		t.Transfer, t.Text, t.Code, string(t.Basis), t.Caller, t.Identity, stamp(t.At), t.By.Kind, t.By.ID, t.By.Name)
	if err != nil {
		return fmt.Errorf("keeping what was told of transfer %d: %w", t.Transfer, err)
	}
	return nil
}

const tellingColumns = `t.id, t.transfer_id, t.text, t.code, t.basis, t.caller, t.identity, t.told_at, t.actor_kind, t.actor_id, t.actor_name`

// Tellings gives what was told of a transfer, the newest 200 rows, newest first.
func (r *Reader) Tellings(transfer int64) ([]Telling, error) {
	return r.tellings(`SELECT `+tellingColumns+` FROM tellings t WHERE t.transfer_id = ? ORDER BY t.id DESC LIMIT ?`, transfer, maxLimit)
}

// LastTellings gives the newest one of each of some transfers, by transfer; those of
// which nothing was noted are not in it.
func (r *Reader) LastTellings(transfers []int64) (map[int64]Telling, error) {
	list, err := json.Marshal(transfers)
	if err != nil {
		return nil, fmt.Errorf("asking for what was told: %w", err)
	}
	rows, err := r.tellings(`SELECT `+tellingColumns+` FROM json_each(?) AS j CROSS JOIN tellings t
		ON t.id = (SELECT max(n.id) FROM tellings n WHERE n.transfer_id = j.value)`, string(list))
	last := make(map[int64]Telling, len(rows))
	for _, t := range rows {
		last[t.Transfer] = t
	}
	return last, err
}

func (r *Reader) tellings(query string, args ...any) (all []Telling, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading what customers were told: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var t Telling
		var at int64
		var basis string
		err := rows.Scan(&t.ID, &t.Transfer, &t.Text, &t.Code, &basis, &t.Caller, &t.Identity, &at, &t.By.Kind, &t.By.ID, &t.By.Name)
		if err != nil {
			return nil, fmt.Errorf("reading what customers were told: %w", err)
		}
		t.Basis, t.At = json.RawMessage(basis), stamped(at)
		all = append(all, t)
	}
	return all, rows.Err()
}
