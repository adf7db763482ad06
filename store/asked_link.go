package store

import (
	"encoding/json"
	"fmt"

	"transferdesk/internal/customer"
)

// askedClaims gives the users that Wise's API named for profiles when it was last
// asked about them; none for a profile that it was never asked about.
func (r *Reader) askedClaims(profiles []int64) (map[int64][]customer.Claim, error) {
	list, err := json.Marshal(profiles)
	if err != nil {
		return nil, fmt.Errorf("asking for links by Wise's API: %w", err)
	}
	rows, err := r.query(`SELECT a.wise_id, a.user_id, a.fetched_at FROM json_each(?2)
		CROSS JOIN wise_answers a ON a.kind = ?1 AND a.wise_id = json_each.value AND a.user_id <> 0`, string(OfWiseProfile), string(list))
	if err != nil {
		return nil, fmt.Errorf("reading links by Wise's API: %w", err)
	}
	defer func() { _ = rows.Close() }()
	all := map[int64][]customer.Claim{}
	for rows.Next() {
		c := customer.Claim{Source: customer.ByAPI}
		var at int64
		if err := rows.Scan(&c.Profile, &c.User, &at); err != nil {
			return nil, fmt.Errorf("reading links by Wise's API: %w", err)
		}
		c.At = stamped(at)
		all[c.Profile] = append(all[c.Profile], c)
	}
	return all, rows.Err()
}
