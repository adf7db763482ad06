package store

import (
	"errors"
	"fmt"
)

// AnswerIDs gives the ids of a kind that Wise was asked about, in order, up to limit.
func (r *Reader) AnswerIDs(kind AnswerKind, limit int) (ids []int64, err error) {
	rows, err := r.query(`SELECT wise_id FROM wise_answers WHERE kind = ? ORDER BY wise_id LIMIT ?`, string(kind), limited(limit))
	if err != nil {
		return nil, fmt.Errorf("reading what Wise was asked about: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("reading what Wise was asked about: %w", err)
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}
