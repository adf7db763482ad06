package store

import (
	"fmt"

	"transferdesk/internal/activity"
)

// ActivityCounts says how many things of each kind events have told of a customer;
// a kind that is not in it is one of which nothing was told.
func (r *Reader) ActivityCounts(profile int64) (map[activity.Kind]int64, error) {
	counts, err := r.countKinds(`SELECT kind, COUNT(*) FROM rm_activities WHERE profile_id = ? GROUP BY kind`, profile)
	if err != nil {
		return nil, fmt.Errorf("counting what profile %d is about: %w", profile, err)
	}
	return counts, nil
}

// CompanyActivityCounts is the same for the things that name no customer.
func (r *Reader) CompanyActivityCounts() (map[activity.Kind]int64, error) {
	counts, err := r.countKinds(`SELECT kind, COUNT(*) FROM rm_activities WHERE profile_id IS NULL GROUP BY kind`)
	if err != nil {
		return nil, fmt.Errorf("counting what names no customer: %w", err)
	}
	return counts, nil
}

func (r *Reader) countKinds(query string, args ...any) (map[activity.Kind]int64, error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	counts := map[activity.Kind]int64{}
	for rows.Next() {
		var kind string
		var n int64
		if err := rows.Scan(&kind, &n); err != nil {
			return nil, err
		}
		counts[activity.Kind(kind)] = n
	}
	return counts, rows.Err()
}
