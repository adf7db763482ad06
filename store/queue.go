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

// Queue gives a list of the home page: what has waited longest comes first.
func (r *Reader) Queue(kind QueueKind, cursor string, limit int) (Page[transfer.Facts], error) {
	from, err := parsePlace(cursor, beforeRising)
	if err != nil {
		return Page[transfer.Facts]{}, err
	}
	limit = limited(limit)
	all, err := r.queue(kind, from, limit+1)
	if err != nil {
		return Page[transfer.Facts]{}, fmt.Errorf("reading the queue %s: %w", kind, err)
	}
	slices.SortFunc(all, rising)
	return r.factsPage(all[:min(limit+1, len(all))], limit)
}

func (r *Reader) queue(kind QueueKind, from place, n int) ([]place, error) {
	switch kind {
	case QueueReturned:
		return r.queueOf(from, n, transfer.StageReturned, transfer.StageCancelled)
	case QueueFailed:
		return r.queueOf(from, n, transfer.StageFailed)
	case QueueCases:
		return r.places(`SELECT cases_since, transfer_id FROM rm_transfers WHERE cases_since IS NOT NULL
			AND (cases_since, transfer_id) > (?, ?) ORDER BY cases_since, transfer_id LIMIT ?`, from.key, from.id, n)
	default:
		return nil, fault.New(fault.Invalid, "There is no such queue.")
	}
}

func (r *Reader) queueOf(from place, n int, stages ...transfer.Stage) ([]place, error) {
	var all []place
	for _, stage := range stages {
		some, err := r.places(`SELECT stage_at, transfer_id FROM rm_transfers WHERE stage <> '' AND stage = ?
			AND (stage_at, transfer_id) > (?, ?) ORDER BY stage_at, transfer_id LIMIT ?`, string(stage), from.key, from.id, n)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// QueueCounts counts the lists of the home page.
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
