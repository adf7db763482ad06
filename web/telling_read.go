package web

import (
	"encoding/json"
	"fmt"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
)

// readLastTellings reads what the customers of some transfers were last told, in one
// query for all.
func readLastTellings(r *store.Reader, list []transfer.Facts) (map[int64]answer.Telling, error) {
	if len(list) == 0 {
		return nil, nil
	}
	ids := make([]int64, 0, len(list))
	for _, f := range list {
		ids = append(ids, f.Transfer)
	}
	last, err := r.LastTellings(ids)
	if err != nil {
		return nil, err
	}
	all := make(map[int64]answer.Telling, len(last))
	for id, row := range last {
		told := answer.Telling{At: row.At, Text: row.Text}
		if err := json.Unmarshal(row.Basis, &told.Basis); err != nil {
			return nil, fmt.Errorf("reading what was told of transfer %d: %w", id, err)
		}
		all[id] = told
	}
	return all, nil
}

// telling is what the customer was last told of a transfer; nil: nothing was noted.
func (all beside) telling(id int64) *answer.Telling {
	told, found := all.tellings[id]
	if !found {
		return nil
	}
	return &told
}
