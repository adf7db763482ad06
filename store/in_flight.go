package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"transferdesk/internal/transfer"
)

// CountInFlight counts the transfers of each profile that are not over; a profile
// without any may be left out.
func (r *Reader) CountInFlight(profiles []int64) (map[int64]int64, error) {
	counts := make(map[int64]int64, len(profiles))
	err := r.pairs(profiles, `SELECT w.profile_id, count(*) FROM json_each(?2) CROSS JOIN rm_watches w ON w.profile_id = json_each.value
		AND w.watch IN (SELECT value FROM json_each(?1)) GROUP BY w.profile_id`,
		func(profile, n int64) { counts[profile] = n }, set(texts(transfer.InFlight())))
	if err != nil {
		return nil, fmt.Errorf("counting the transfers in flight of %d profiles: %w", len(profiles), err)
	}
	return counts, nil
}

// ProfilesOfUsers is ProfilesOfUser of several in one query.
func (r *Reader) ProfilesOfUsers(users []int64) (map[int64][]int64, error) {
	linked := make(map[int64][]int64, len(users))
	err := r.pairs(users, `SELECT l.user_id, l.profile_id FROM json_each(?2) CROSS JOIN customer_links l ON l.user_id = json_each.value
		UNION ALL SELECT e.user_id, e.profile_id FROM json_each(?2) CROSS JOIN directory_entries e ON e.user_id = json_each.value
			CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = ?1 WHERE e.user_id <> 0 AND e.profile_id <> 0
		UNION ALL SELECT a.user_id, a.wise_id FROM json_each(?2) CROSS JOIN wise_answers a ON a.user_id = json_each.value
			WHERE a.user_id <> 0 AND a.kind = 'profile'
		UNION ALL SELECT l.user_id, l.profile_id FROM json_each(?2) CROSS JOIN rm_links l ON l.user_id = json_each.value`,
		func(user, profile int64) {
			if !slices.Contains(linked[user], profile) {
				linked[user] = append(linked[user], profile)
			}
		}, "published")
	if err != nil {
		return nil, fmt.Errorf("reading the profiles of %d users: %w", len(users), err)
	}
	return linked, nil
}

// pairs runs a query for two numbers; its first parameter is the text, its second are
// the ids as a JSON list. Nothing is asked of no ids.
func (r *Reader) pairs(ids []int64, query string, take func(one, other int64), text any) (err error) {
	if len(ids) == 0 {
		return nil
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	rows, err := r.query(query, text, string(list))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var one, other int64
		if err := rows.Scan(&one, &other); err != nil {
			return err
		}
		take(one, other)
	}
	return rows.Err()
}
