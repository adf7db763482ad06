package store

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Share is how the rows of a list are shared out: a count for every scope and person.
type Share struct {
	Rows     int64           // all, resolved or not
	Resolved int64           // those of which nothing has moved since
	With     map[int64]int64 // of the others, by the person who has them
}

// In counts the rows that a scope takes.
func (s Share) In(scope Scope) int64 {
	open := s.Rows - s.Resolved
	switch scope.Whose {
	case "":
		return s.Rows
	case WhoseMine:
		return s.With[scope.Person]
	case WhoseResolved:
		return s.Resolved
	case WhoseUnassigned:
		for _, n := range s.With {
			open -= n
		}
	}
	return open
}

// addHandled counts those of the transfers that a query gives on which somebody has
// worked. It walks the list and not the works, since those grow for ever.
func (r *Reader) addHandled(s *Share, ids string, args ...any) (err error) {
	rows, err := r.query(`SELECT w.assignee_id, `+settled+` FROM (`+ids+`) AS l CROSS JOIN works w ON w.transfer_id = l.id`, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var person int64
		var resolved bool
		if err := rows.Scan(&person, &resolved); err != nil {
			return err
		}
		s.add(person, resolved)
	}
	return rows.Err()
}

func (s *Share) add(person int64, resolved bool) {
	if resolved {
		s.Resolved++
		return
	}
	if person != 0 {
		if s.With == nil {
			s.With = map[int64]int64{}
		}
		s.With[person]++
	}
}

// ShareOf shares out some transfers.
func (r *Reader) ShareOf(transfers []int64) (Share, error) {
	share := Share{Rows: int64(len(transfers))}
	list, err := json.Marshal(transfers)
	if err == nil {
		err = r.addHandled(&share, `SELECT j.value AS id FROM json_each(?1) AS j`, string(list))
	}
	if err != nil {
		return Share{}, fmt.Errorf("counting whose some transfers are: %w", err)
	}
	return share, nil
}

// LastWorkAct is the id of the last act of work; 0: there was none. While it stays, so
// does the work on every transfer.
func (r *Reader) LastWorkAct() (id int64, err error) {
	if err = r.scan(`SELECT coalesce((SELECT max(id) FROM work_acts), 0)`, nil, &id); err != nil {
		return 0, fmt.Errorf("finding the last act of work: %w", err)
	}
	return id, nil
}
