package store

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Whose says whose rows of a list are shown.
type Whose string

// Whose rows. What is resolved leaves the first three, and comes back to them by itself
// once the facts have moved.
const (
	WhoseAll        Whose = "all"
	WhoseMine       Whose = "mine"
	WhoseUnassigned Whose = "unassigned"
	WhoseResolved   Whose = "resolved"
)

// Scope narrows a list of transfers by the work on them. The zero value takes every
// row, also of what is no transfer.
type Scope struct {
	Whose  Whose
	Person int64 // who reads, for WhoseMine
}

// settled says of the work w whether it is resolved and nothing has moved since: the
// stage and its time are those of that moment, and no case is newer.
const settled = `(w.outcome <> '' AND EXISTS (SELECT 1 FROM rm_transfers s WHERE s.transfer_id = w.transfer_id
	AND s.stage = w.resolved_stage AND s.stage_at = w.resolved_stage_at AND coalesce(s.cases_since, 0) <= w.resolved_at))`

// where is the condition on the transfer in a column; its two arguments are bound from
// the number given on.
func (s Scope) where(column string, first int) (string, []any) {
	if s.Whose == "" {
		return "", nil
	}
	condition := fmt.Sprintf(` AND (?%[2]d IS NULL OR coalesce((SELECT w.assignee_id FROM works w WHERE w.transfer_id = %[1]s), 0) = ?%[2]d)
		AND EXISTS (SELECT 1 FROM works w WHERE w.transfer_id = %[1]s AND `+settled+`) = ?%[3]d`, column, first, first+1)
	return condition, []any{s.assignee(), s.Whose == WhoseResolved}
}

// assignee is who has to have a row: a person, 0 for nobody, nil for whoever has it.
func (s Scope) assignee() any {
	switch s.Whose {
	case WhoseMine:
		return s.Person
	case WhoseUnassigned:
		return 0
	}
	return nil
}

// InScope gives those of some transfers that a scope takes, in no order.
func (r *Reader) InScope(transfers []int64, scope Scope) (map[int64]bool, error) {
	list, err := json.Marshal(transfers)
	if err != nil {
		return nil, fmt.Errorf("asking whose some transfers are: %w", err)
	}
	condition, args := scope.where("j.value", 2)
	all, err := r.integers(`SELECT j.value FROM json_each(?1) AS j WHERE 1`+condition, append([]any{string(list)}, args...)...)
	in := make(map[int64]bool, len(all))
	for _, id := range all {
		in[id] = true
	}
	return in, err
}

// integers runs a query for one number a row.
func (r *Reader) integers(query string, args ...any) (all []int64, err error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, rows.Err()
}
