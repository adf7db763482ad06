package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/transfer"
)

// StateHeld is how we hold a transfer that some event has named.
type StateHeld struct {
	State  transfer.State // "" when no state is known
	Seen   bool           // it rests on asking alone: Wise has not sent its event
	At     time.Time      // of the visit held; of one that was Seen when we first asked; zero when no state is known
	LastAt time.Time      // latest time of any event, askings among them; zero when none is usable
}

// heldFacts are those of the facts that tell it: a transfer may have long ones.
type heldFacts struct {
	LastAt time.Time `json:"last_at"`
	Visits []struct {
		State transfer.State `json:"state"`
		Seen  bool           `json:"seen"`
		At    time.Time      `json:"at"`
	} `json:"visits"`
}

// StatesHeld gives the states of some transfers in one query. One that is missing in
// the result is known by no event at all.
func (r *Reader) StatesHeld(ids []int64) (map[int64]StateHeld, error) {
	facts, err := factsOf[heldFacts](r, ids)
	all := make(map[int64]StateHeld, len(facts))
	for id, f := range facts {
		all[id] = f.held()
	}
	return all, err
}

// TransfersOf gives the facts of some transfers in one query. One that is missing in
// the result is known by no event at all.
func (r *Reader) TransfersOf(ids []int64) (map[int64]transfer.Facts, error) {
	return factsOf[transfer.Facts](r, ids)
}

// factsOf reads the facts of some transfers, or those of them that T has.
func factsOf[T any](r *Reader, ids []int64) (all map[int64]T, err error) {
	all = make(map[int64]T, len(ids))
	if len(ids) == 0 {
		return all, nil
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("asking for transfers: %w", err)
	}
	rows, err := r.query(`SELECT t.transfer_id, t.facts FROM json_each(?1) CROSS JOIN rm_transfers t ON t.transfer_id = json_each.value`, string(list))
	if err != nil {
		return nil, fmt.Errorf("reading transfers: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var id int64
		var packed []byte
		if err := rows.Scan(&id, &packed); err != nil {
			return nil, fmt.Errorf("reading transfers: %w", err)
		}
		if all[id], err = unpackFacts[T](packed); err != nil {
			return nil, fmt.Errorf("reading transfer %d: %w", id, err)
		}
	}
	return all, rows.Err()
}

func (f heldFacts) held() StateHeld {
	held := StateHeld{LastAt: f.LastAt}
	if n := len(f.Visits); n > 0 {
		held.State, held.Seen, held.At = f.Visits[n-1].State, f.Visits[n-1].Seen, f.Visits[n-1].At
	}
	return held
}
