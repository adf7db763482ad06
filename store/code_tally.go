package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// CodesSince counts for some codes of a kind the transfers that had each since a
// time, taken back to its whole hour. A code that none had is not in it.
func (r *Reader) CodesSince(kind CodeKind, codes []string, since time.Time) (counts map[string]int64, err error) {
	list, err := json.Marshal(codes)
	if err != nil {
		return nil, fmt.Errorf("asking how often codes came: %w", err)
	}
	rows, err := r.query(`SELECT h.code, sum(h.latest) FROM json_each(?1) j CROSS JOIN rm_code_hours h
		ON h.kind = ?2 AND h.code = j.value AND h.hour >= ?3 GROUP BY h.code`, string(list), string(kind), HourOf(since))
	if err != nil {
		return nil, fmt.Errorf("reading how often codes came: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	counts = map[string]int64{}
	for rows.Next() {
		var code string
		var n int64
		if err := rows.Scan(&code, &n); err != nil {
			return nil, fmt.Errorf("reading how often codes came: %w", err)
		}
		counts[code] = n
	}
	return counts, rows.Err()
}
