package store

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/fault"
)

// RoundEnd says how a round of reconciliation ended.
type RoundEnd string

// The ends.
const (
	RoundRuns        RoundEnd = ""
	RoundDone        RoundEnd = "done"
	RoundStopped     RoundEnd = "stopped"     // by a person
	RoundUnreachable RoundEnd = "unreachable" // Wise did not answer for too long
)

// ReconcileRound is one round over all profiles.
type ReconcileRound struct {
	ID        int64 // given by AddReconcileRound
	StartedAt time.Time
	EndedAt   time.Time // zero while it runs
	End       RoundEnd
	Said      string // for people: why it ended early; empty: it did not
	By        string // who started it; empty: the clock
	Profiles  int64  // to be asked for
	Asked     int64  // of them: listed whole
	Skipped   int64  // of them: could not be asked for
	Transfers int64  // that Wise told of
	Requests  int64
	OldAfter  int64 // the last transfer that was looked at among those too old for the lists
	Findings  int64 // read only
}

// AddReconcileRound begins a round at a time, on behalf of a person or of the clock (by
// is empty), where the round before left the old transfers; fault.Conflict while one runs.
func (tx *Tx) AddReconcileRound(at time.Time, by string) (ReconcileRound, error) {
	last, any, err := tx.LastReconcileRound()
	if err != nil {
		return ReconcileRound{}, err
	}
	if any && last.EndedAt.IsZero() {
		return ReconcileRound{}, fault.New(fault.Conflict, "A round is running already. Nothing was started.")
	}
	round := ReconcileRound{StartedAt: at.UTC(), By: by, OldAfter: last.OldAfter}
	result, err := tx.exec(`INSERT INTO reconcile_rounds
		(started_at, ended_at, ended, said, by_name, profiles, asked, skipped, transfers, requests, old_after)
		VALUES (?, 0, '', '', ?, 0, 0, 0, 0, 0, ?)`, stamp(at), by, round.OldAfter)
	if err != nil {
		return ReconcileRound{}, fmt.Errorf("beginning a round: %w", err)
	}
	round.ID, err = result.LastInsertId()
	return round, err
}

// SaveReconcileRound keeps how far a round has come, or how it ended. One that has
// ended already stays as it is.
func (tx *Tx) SaveReconcileRound(round ReconcileRound) error {
	_, err := tx.exec(`UPDATE reconcile_rounds SET ended_at = ?, ended = ?, said = ?, profiles = ?, asked = ?, skipped = ?, transfers = ?, requests = ?, old_after = ?
		WHERE id = ? AND ended_at = 0`, stamp(round.EndedAt), string(round.End), round.Said, round.Profiles, round.Asked, round.Skipped,
		round.Transfers, round.Requests, round.OldAfter, round.ID)
	if err != nil {
		return fmt.Errorf("keeping how far round %d is: %w", round.ID, err)
	}
	return nil
}

const roundColumns = `id, started_at, ended_at, ended, said, by_name, profiles, asked, skipped, transfers, requests, old_after,
	(SELECT count(*) FROM reconcile_findings f WHERE f.round_id = reconcile_rounds.id)`

// RunningReconcileRound gives the round that has not ended; false when none runs.
func (r *Reader) RunningReconcileRound() (ReconcileRound, bool, error) {
	return r.oneRound(`SELECT ` + roundColumns + ` FROM reconcile_rounds WHERE ended_at = 0`)
}

// LastReconcileRound gives the round that began last; false when none ever did.
func (r *Reader) LastReconcileRound() (ReconcileRound, bool, error) {
	return r.oneRound(`SELECT ` + roundColumns + ` FROM reconcile_rounds WHERE id > 0 ORDER BY id DESC LIMIT 1`)
}

func (r *Reader) oneRound(query string) (ReconcileRound, bool, error) {
	rounds, err := r.rounds(query)
	if err != nil || len(rounds) == 0 {
		return ReconcileRound{}, false, err
	}
	return rounds[0], true, nil
}

// ReconcileRounds gives a page of the rounds, the one that began last first.
func (r *Reader) ReconcileRounds(cursor string, limit int) (page Page[ReconcileRound], err error) {
	from, err := parsePlace(cursor, beforeFalling)
	if err != nil {
		return page, err
	}
	limit = limited(limit)
	page.Rows, err = r.rounds(`SELECT `+roundColumns+` FROM reconcile_rounds WHERE id < ? ORDER BY id DESC LIMIT ?`, from.id, limit+1)
	if err == nil && len(page.Rows) > limit {
		page.Rows = page.Rows[:limit]
		page.Next = place{page.Rows[limit-1].ID, page.Rows[limit-1].ID}.String()
	}
	return page, err
}

func (r *Reader) rounds(query string, args ...any) (all []ReconcileRound, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, fmt.Errorf("reading rounds: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		round, err := scanRound(rows)
		if err != nil {
			return nil, fmt.Errorf("reading rounds: %w", err)
		}
		all = append(all, round)
	}
	return all, rows.Err()
}

func scanRound(rows *sql.Rows) (round ReconcileRound, err error) {
	var started, ended int64
	err = rows.Scan(&round.ID, &started, &ended, &round.End, &round.Said, &round.By, &round.Profiles, &round.Asked, &round.Skipped,
		&round.Transfers, &round.Requests, &round.OldAfter, &round.Findings)
	round.StartedAt, round.EndedAt = stamped(started), stamped(ended)
	return round, err
}
