package store

import (
	"encoding/json"
	"fmt"
	"strings"

	"transferdesk/internal/activity"
)

// ActivitiesOfProfile gives what events have told of a customer beside transfers:
// of each kind the newest, at most so many.
func (r *Reader) ActivitiesOfProfile(profile int64, kinds []activity.Kind, each int) ([]activity.Facts, error) {
	if len(kinds) == 0 {
		return nil, nil
	}
	parts := make([]string, len(kinds))
	args := []any{profile, limited(each)}
	for i, kind := range kinds {
		parts[i] = fmt.Sprintf(`SELECT * FROM (SELECT facts FROM rm_activities WHERE profile_id = ?1 AND kind = ?%d ORDER BY at DESC, id DESC LIMIT ?2)`, i+3)
		args = append(args, string(kind))
	}
	all, err := r.activities(strings.Join(parts, " UNION ALL "), args...)
	if err != nil {
		return nil, fmt.Errorf("reading what profile %d is about: %w", profile, err)
	}
	return all, nil
}

// ActivitiesOfKind gives a customer's things of one kind, newest first.
func (r *Reader) ActivitiesOfKind(profile int64, kind activity.Kind, cursor string, limit int) (Page[activity.Facts], error) {
	return r.activityPage(`SELECT at, id FROM rm_activities WHERE profile_id = ? AND kind = ? AND (at, id) < (?, ?)
		ORDER BY at DESC, id DESC LIMIT ?`, cursor, limit, profile, string(kind))
}

// CompanyActivities gives the things of one kind that name no customer, newest first.
func (r *Reader) CompanyActivities(kind activity.Kind, cursor string, limit int) (Page[activity.Facts], error) {
	return r.activityPage(`SELECT at, id FROM rm_activities WHERE profile_id IS NULL AND kind = ? AND (at, id) < (?, ?)
		ORDER BY at DESC, id DESC LIMIT ?`, cursor, limit, string(kind))
}

// ActivitiesOfTransfer gives what names a transfer, oldest first, at most 50.
func (r *Reader) ActivitiesOfTransfer(transfer int64) ([]activity.Facts, error) {
	all, err := r.activities(`SELECT facts FROM rm_activities WHERE transfer_id = ? ORDER BY id LIMIT ?`, transfer, defaultLimit)
	if err != nil {
		return nil, fmt.Errorf("reading what names transfer %d: %w", transfer, err)
	}
	return all, nil
}

// ActivitiesOf gives the facts of some things, in one query. One that no event has named
// is not in it.
func (r *Reader) ActivitiesOf(keys []activity.Key) (map[activity.Key]activity.Facts, error) {
	all := map[activity.Key]activity.Facts{}
	if len(keys) == 0 {
		return all, nil
	}
	pairs := make([][2]string, len(keys))
	for i, key := range keys {
		pairs[i] = [2]string{string(key.Kind), key.ID}
	}
	list, err := json.Marshal(pairs)
	if err != nil {
		return nil, fmt.Errorf("asking for activities: %w", err)
	}
	found, err := r.activities(`SELECT a.facts FROM json_each(?1) j
		CROSS JOIN rm_activities a ON a.kind = j.value ->> 0 AND a.name = j.value ->> 1`, string(list))
	if err != nil {
		return nil, fmt.Errorf("reading some activities: %w", err)
	}
	for _, f := range found {
		all[f.Key] = f
	}
	return all, nil
}

// activityPage reads a page of a list that falls.
func (r *Reader) activityPage(query, cursor string, limit int, args ...any) (Page[activity.Facts], error) {
	from, err := parsePlace(cursor, beforeFalling)
	if err != nil {
		return Page[activity.Facts]{}, err
	}
	limit = limited(limit)
	places, err := r.places(query, append(args, from.key, from.id, limit+1)...)
	if err != nil {
		return Page[activity.Facts]{}, fmt.Errorf("reading a list of activities: %w", err)
	}
	places, next := onePage(places, limit)
	page := Page[activity.Facts]{Rows: make([]activity.Facts, 0, len(places)), Next: next}
	for _, p := range places {
		found, err := r.activities(`SELECT facts FROM rm_activities WHERE id = ?`, p.id)
		if err != nil {
			return Page[activity.Facts]{}, fmt.Errorf("reading activity %d: %w", p.id, err)
		}
		page.Rows = append(page.Rows, found...)
	}
	return page, nil
}

// activities runs a query for facts.
func (r *Reader) activities(query string, args ...any) ([]activity.Facts, error) {
	rows, err := r.query(query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all []activity.Facts
	for rows.Next() {
		var packed []byte
		if err := rows.Scan(&packed); err != nil {
			return nil, err
		}
		facts, err := unpackFacts[activity.Facts](packed)
		if err != nil {
			return nil, err
		}
		all = append(all, facts)
	}
	return all, rows.Err()
}
