package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// EarlierAsk asks what failed or came back before at a transfer's recipient account.
type EarlierAsk struct {
	Transfer int64
	Account  int64
	Until    time.Time
}

// EarlierCount is how many other transfers did.
type EarlierCount struct {
	N        int64
	More     bool      // there may be more: the search is bounded
	Last     time.Time // when the last of them did
	Delivery int64     // that told of it
}

// mostEarlier bounds how many failures and returns are looked through for one transfer;
// one transfer can have several.
const mostEarlier = 50

// EarlierCounts counts for several transfers in one query; those of which nothing
// came before are not in the answer.
func (r *Reader) EarlierCounts(asks []EarlierAsk) (all map[int64]EarlierCount, err error) {
	list := make([][3]int64, 0, len(asks))
	for _, ask := range asks {
		list = append(list, [3]int64{ask.Transfer, ask.Account, stamp(ask.Until)})
	}
	packed, err := json.Marshal(list)
	if err != nil {
		return nil, fmt.Errorf("asking what failed before: %w", err)
	}
	rows, err := r.query(earlierCounts, string(packed), mostEarlier)
	if err != nil {
		return nil, fmt.Errorf("counting what failed before: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	all = map[int64]EarlierCount{}
	for rows.Next() {
		var id, looked, last int64
		var one EarlierCount
		if err := rows.Scan(&id, &one.N, &looked, &last, &one.Delivery); err != nil {
			return nil, fmt.Errorf("counting what failed before: %w", err)
		}
		one.Last, one.More = stamped(last), looked >= mostEarlier
		if one.N > 0 {
			all[id] = one
		}
	}
	return all, rows.Err()
}

const earlierCounts = `SELECT json_extract(j.value, '$[0]'),
	(SELECT count(DISTINCT transfer_id) FROM (SELECT c.transfer_id FROM rm_codes c` + earlierWhere + ` ORDER BY c.at DESC LIMIT ?2)),
	(SELECT count(*) FROM (SELECT 1 FROM rm_codes c` + earlierWhere + ` ORDER BY c.at DESC LIMIT ?2)),
	coalesce((SELECT c.at FROM rm_codes c` + earlierWhere + ` ORDER BY c.at DESC LIMIT 1), 0),
	coalesce((SELECT c.delivery_id FROM rm_codes c` + earlierWhere + ` ORDER BY c.at DESC LIMIT 1), 0)
	FROM json_each(?1) j`

const earlierWhere = ` WHERE c.account_id = json_extract(j.value, '$[1]') AND c.at <= json_extract(j.value, '$[2]')
	AND c.kind <> 'case' AND c.transfer_id <> json_extract(j.value, '$[0]')`
