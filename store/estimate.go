package store

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// PassedEstimate is an estimate of Wise's whose time is over, and of which facts.
type PassedEstimate struct {
	Transfer  int64
	At        time.Time // when Wise expected the money to arrive
	FetchedAt time.Time
	Facts     string // the deliveries that they were folded from, packed: of others the facts may differ
}

func (e PassedEstimate) place() place { return place{stamp(e.At), e.Transfer} }

// PassedEstimates gives the estimates between two moments, to the second and with both
// seconds, and the earlier ones of transfers with an active case; of transfers that an
// event has named, the longest first.
func (r *Reader) PassedEstimates(from, until time.Time) ([]PassedEstimate, error) {
	// Without INDEXED BY, SQLite takes the primary key and walks every estimate ever kept.
	first, last := estimateSecond(from), estimateSecond(until)+"~" // after every fraction and zone
	recent, err := r.estimates(`SELECT a.wise_id, json_extract(a.value, '$.at'), a.fetched_at, t.deliveries
		FROM wise_answers a INDEXED BY wise_answers_by_estimate CROSS JOIN rm_transfers t ON t.transfer_id = a.wise_id
		WHERE a.kind = 'estimate' AND a.value <> '' AND json_extract(a.value, '$.at') >= ?1
		AND json_extract(a.value, '$.at') <= ?2`, first, last)
	if err != nil {
		return nil, fmt.Errorf("reading the estimates that have passed: %w", err)
	}
	asked, err := r.estimates(`SELECT a.wise_id, json_extract(a.value, '$.at'), a.fetched_at, t.deliveries
		FROM rm_transfers t CROSS JOIN wise_answers a ON a.kind = 'estimate' AND a.wise_id = t.transfer_id
		WHERE t.cases_since > ?2 AND a.value <> '' AND json_extract(a.value, '$.at') < ?1`, first, beforeRising.key)
	if err != nil {
		return nil, fmt.Errorf("reading the estimates of transfers with cases: %w", err)
	}
	all := append(asked, recent...)
	slices.SortFunc(all, func(a, b PassedEstimate) int { return rising(a.place(), b.place()) })
	return all, nil
}

// estimateSecond is what the time of an estimate in that second begins with.
func estimateSecond(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05") }

func (r *Reader) estimates(query string, args ...any) (all []PassedEstimate, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var e PassedEstimate
		var at string
		var fetched int64
		if err := rows.Scan(&e.Transfer, &at, &fetched, &e.Facts); err != nil {
			return nil, err
		}
		if e.At, err = time.Parse(time.RFC3339Nano, at); err != nil {
			return nil, fmt.Errorf("the estimate of transfer %d: %w", e.Transfer, err)
		}
		e.At, e.FetchedAt = e.At.UTC(), stamped(fetched)
		all = append(all, e)
	}
	return all, rows.Err()
}

// PageOfEstimates cuts a page out of estimates in the order of their times and transfers.
func PageOfEstimates(all []PassedEstimate, cursor string, limit int) (page []PassedEstimate, next string, err error) {
	from, err := parsePlace(cursor, beforeRising)
	if err != nil {
		return nil, "", err
	}
	for i, e := range all {
		if rising(e.place(), from) <= 0 {
			continue
		}
		if page = append(page, e); len(page) == limit && i < len(all)-1 {
			return page, e.place().String(), nil
		}
	}
	return page, "", nil
}
