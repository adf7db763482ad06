package store

import (
	"errors"
	"fmt"
	"slices"

	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
)

// QueueKind is one of the lists of the home page.
type QueueKind string

// The lists of the home page.
const (
	QueueReturned QueueKind = "returned" // came back, or cancelled after it came back, and not refunded
	QueueFailed   QueueKind = "failed"   // the payout failed and no return is reported
	QueueCases    QueueKind = "cases"    // active cases of transfers that are not over
)

// Counts is how many rows each list of the home page has.
type Counts struct{ Returned, Failed, Cases int64 }

// Queue gives what a scope takes of a list of the home page: what has waited longest
// comes first.
func (r *Reader) Queue(kind QueueKind, scope Scope, cursor string, limit int) (Page[transfer.Facts], error) {
	from, err := parsePlace(cursor, beforeRising)
	if err != nil {
		return Page[transfer.Facts]{}, err
	}
	limit = limited(limit)
	all, err := r.queue(kind, scope, from, limit+1)
	if err != nil {
		return Page[transfer.Facts]{}, fmt.Errorf("reading the queue %s: %w", kind, err)
	}
	slices.SortFunc(all, rising)
	return r.factsPage(all[:min(limit+1, len(all))], limit)
}

func (r *Reader) queue(kind QueueKind, scope Scope, from place, n int) ([]place, error) {
	switch kind {
	case QueueReturned:
		return r.queueOf(scope, from, n, transfer.StageReturned, transfer.StageCancelled)
	case QueueFailed:
		return r.queueOf(scope, from, n, transfer.StageFailed)
	case QueueCases:
		condition, args := scope.where("t.transfer_id", 4)
		return r.places(`SELECT t.cases_since, t.transfer_id FROM rm_transfers t WHERE t.cases_since IS NOT NULL
			AND (t.cases_since, t.transfer_id) > (?1, ?2)`+condition+` ORDER BY t.cases_since, t.transfer_id LIMIT ?3`,
			append([]any{from.key, from.id, n}, args...)...)
	default:
		return nil, fault.New(fault.Invalid, "There is no such queue.")
	}
}

func (r *Reader) queueOf(scope Scope, from place, n int, stages ...transfer.Stage) ([]place, error) {
	var all []place
	condition, args := scope.where("t.transfer_id", 5)
	for _, stage := range stages {
		some, err := r.places(`SELECT t.stage_at, t.transfer_id FROM rm_transfers t WHERE t.stage <> '' AND t.stage = ?1
			AND (t.stage_at, t.transfer_id) > (?2, ?3)`+condition+` ORDER BY t.stage_at, t.transfer_id LIMIT ?4`,
			append([]any{string(stage), from.key, from.id, n}, args...)...)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// QueueShares shares out the lists of the home page.
func (r *Reader) QueueShares() (map[QueueKind]Share, error) {
	counts, err := r.QueueCounts()
	if err != nil {
		return nil, err
	}
	all := map[QueueKind]Share{}
	for kind, n := range map[QueueKind]int64{QueueReturned: counts.Returned, QueueFailed: counts.Failed, QueueCases: counts.Cases} {
		share := Share{Rows: n}
		for _, ids := range queueIDs(kind) {
			if err := r.addHandled(&share, ids); err != nil {
				return nil, fmt.Errorf("counting the queue %s: %w", kind, err)
			}
		}
		all[kind] = share
	}
	return all, nil
}

// queueIDs are the ranges of the indexes that are a list.
func queueIDs(kind QueueKind) []string {
	const ofStage = `SELECT t.transfer_id AS id FROM rm_transfers t WHERE t.stage <> '' AND t.stage = `
	switch kind {
	case QueueReturned:
		return []string{ofStage + `'returned'`, ofStage + `'cancelled'`}
	case QueueFailed:
		return []string{ofStage + `'failed'`}
	}
	return []string{`SELECT t.transfer_id AS id FROM rm_transfers t WHERE t.cases_since IS NOT NULL`}
}

// QueueCounts counts the lists of the home page, resolved or not.
func (r *Reader) QueueCounts() (c Counts, err error) {
	rows, err := r.query(`SELECT list, sum(n) FROM rm_tallies GROUP BY list`)
	if err != nil {
		return Counts{}, fmt.Errorf("counting the queues: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var list string
		var n int64
		if err := rows.Scan(&list, &n); err != nil {
			return Counts{}, fmt.Errorf("counting the queues: %w", err)
		}
		c.add(list, n)
	}
	return c, rows.Err()
}

func (c *Counts) add(list string, n int64) {
	switch list {
	case string(transfer.StageReturned), string(transfer.StageCancelled):
		c.Returned += n
	case string(transfer.StageFailed):
		c.Failed += n
	case CasesList:
		c.Cases += n
	}
}
