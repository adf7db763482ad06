package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// ReconcileDoubt is a transfer that Wise has in another state than we, until it is
// asked for once more.
type ReconcileDoubt struct {
	Transfer int64
	Profile  int64  // 0: not known
	Round    int64  // that came upon it
	Ours     string // the state that we held then; empty: none
	Theirs   string // as Wise last named it
	Since    time.Time
	Due      time.Time // when to look again
}

// SaveReconcileDoubt keeps a doubt; the time of its first sight stays.
func (tx *Tx) SaveReconcileDoubt(d ReconcileDoubt) error {
	_, err := tx.exec(`INSERT INTO reconcile_doubts (transfer_id, profile_id, round_id, ours, theirs, since_at, due_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
		ON CONFLICT (transfer_id) DO UPDATE SET ours = ?4, theirs = ?5, due_at = ?7`,
		d.Transfer, d.Profile, d.Round, d.Ours, d.Theirs, stamp(d.Since), stamp(d.Due))
	if err != nil {
		return fmt.Errorf("keeping a doubt about transfer %d: %w", d.Transfer, err)
	}
	return nil
}

// DropReconcileDoubt forgets the doubt about a transfer, if there is one.
func (tx *Tx) DropReconcileDoubt(id int64) error {
	if _, err := tx.exec(`DELETE FROM reconcile_doubts WHERE transfer_id = ?`, id); err != nil {
		return fmt.Errorf("dropping the doubt about transfer %d: %w", id, err)
	}
	return nil
}

const doubtColumns = `transfer_id, profile_id, round_id, ours, theirs, since_at, due_at`

// ReconcileDoubts gives the doubts that there are about some transfers.
func (r *Reader) ReconcileDoubts(ids []int64) (map[int64]ReconcileDoubt, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("asking for doubts: %w", err)
	}
	doubts, err := r.readDoubts(`SELECT `+doubtColumns+` FROM json_each(?1) CROSS JOIN reconcile_doubts ON transfer_id = json_each.value`, string(list))
	all := make(map[int64]ReconcileDoubt, len(doubts))
	for _, d := range doubts {
		all[d.Transfer] = d
	}
	return all, err
}

// NextReconcileDoubt gives the doubt to look at first; false when there is none.
func (r *Reader) NextReconcileDoubt() (ReconcileDoubt, bool, error) {
	doubts, err := r.readDoubts(`SELECT ` + doubtColumns + ` FROM reconcile_doubts WHERE due_at > 0 ORDER BY due_at, transfer_id LIMIT 1`)
	if err != nil || len(doubts) == 0 {
		return ReconcileDoubt{}, false, err
	}
	return doubts[0], true, nil
}

func (r *Reader) readDoubts(query string, args ...any) (all []ReconcileDoubt, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading doubts: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var d ReconcileDoubt
		var since, due int64
		if err := rows.Scan(&d.Transfer, &d.Profile, &d.Round, &d.Ours, &d.Theirs, &since, &due); err != nil {
			return nil, fmt.Errorf("reading doubts: %w", err)
		}
		d.Since, d.Due = stamped(since), stamped(due)
		all = append(all, d)
	}
	return all, rows.Err()
}

// CountReconcileDoubts counts the transfers that are to be asked for once more.
func (r *Reader) CountReconcileDoubts() (n int64, err error) {
	if err := r.scan(`SELECT count(*) FROM reconcile_doubts`, nil, &n); err != nil {
		return 0, fmt.Errorf("counting doubts: %w", err)
	}
	return n, nil
}
