package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/work"
)

// Work is where the work on one transfer stands.
type Work struct {
	work.State
	Transfer     int64
	Remark       string    // that came with the outcome; may be empty
	ResolvedAt   time.Time // zero while it is open
	ResolvedCode string    // answer.Code at that moment; empty while it is open
	ResolvedBy   string    // the name of who resolved it, as it was then
	ResolvedIn   StageHeld // where the transfer stood at that moment; zero while it is open
	ChangedAt    time.Time
}

// SaveWork keeps where a transfer stands and the act that brought it there. The act's
// version is the work's; one that was made already aborts the transaction.
func (tx *Tx) SaveWork(w Work, a WorkAct) error {
	_, err := tx.exec(`INSERT INTO works (transfer_id, assignee_id, follow_up, outcome, remark, resolved_at, resolved_code, resolved_by, version, changed_at, resolved_stage, resolved_stage_at)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
		ON CONFLICT (transfer_id) DO UPDATE SET assignee_id = ?2, follow_up = ?3, outcome = ?4, remark = ?5, resolved_at = ?6,
			resolved_code = ?7, resolved_by = ?8, version = ?9, changed_at = ?10, resolved_stage = ?11, resolved_stage_at = ?12`,
		w.Transfer, w.Assignee, string(w.FollowUp), string(w.Outcome), w.Remark, stamp(w.ResolvedAt), w.ResolvedCode, w.ResolvedBy, w.Version, stamp(w.ChangedAt),
		string(w.ResolvedIn.Stage), stamp(w.ResolvedIn.Since))
	if err != nil {
		return fmt.Errorf("keeping the work on transfer %d: %w", w.Transfer, err)
	}
	return tx.addWorkAct(w, a)
}

// Work gives where one transfer stands; the zero state where nobody has touched it.
func (r *Reader) Work(transfer int64) (Work, error) {
	all, err := r.Works([]int64{transfer})
	if w, found := all[transfer]; found || err != nil {
		return w, err
	}
	return Work{Transfer: transfer}, nil
}

// Works gives where each of some transfers stands, by transfer; those that nobody has
// touched are not in it.
func (r *Reader) Works(transfers []int64) (map[int64]Work, error) {
	list, err := json.Marshal(transfers)
	if err != nil {
		return nil, fmt.Errorf("asking for the work on transfers: %w", err)
	}
	rows, err := r.works(`SELECT `+workColumns+` FROM json_each(?) AS j CROSS JOIN works w ON w.transfer_id = j.value`, string(list))
	all := make(map[int64]Work, len(rows))
	for _, w := range rows {
		all[w.Transfer] = w
	}
	return all, err
}

const workColumns = `w.transfer_id, w.assignee_id, w.follow_up, w.outcome, w.remark, w.resolved_at, w.resolved_code, w.resolved_by, w.version, w.changed_at, w.resolved_stage, w.resolved_stage_at`

func (r *Reader) works(query string, args ...any) (all []Work, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading the work on transfers: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var w Work
		var resolved, changed, stage int64
		err := rows.Scan(&w.Transfer, &w.Assignee, &w.FollowUp, &w.Outcome, &w.Remark, &resolved, &w.ResolvedCode, &w.ResolvedBy, &w.Version, &changed,
			&w.ResolvedIn.Stage, &stage)
		if err != nil {
			return nil, fmt.Errorf("reading the work on transfers: %w", err)
		}
		w.ResolvedAt, w.ChangedAt, w.ResolvedIn.Since = stamped(resolved), stamped(changed), stamped(stage)
		all = append(all, w)
	}
	return all, rows.Err()
}
