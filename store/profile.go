package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"transferdesk/internal/fault"
)

// Profile is a Wise profile that events have named.
type Profile struct {
	ID        int64
	HeardFrom time.Time // arrival of the first delivery that named it
}

// Profile finds a profile; fault.NotFound when no event has named it.
func (r *Reader) Profile(id int64) (Profile, error) {
	var at int64
	err := r.scan(`SELECT d.received_at FROM rm_profiles p JOIN deliveries d ON d.id = p.first_delivery
		WHERE p.profile_id = ?`, []any{id}, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return Profile{}, fault.New(fault.NotFound, "No event from Wise has named this profile.")
	}
	if err != nil {
		return Profile{}, fmt.Errorf("reading profile %d: %w", id, err)
	}
	return Profile{ID: id, HeardFrom: stamped(at)}, nil
}

// SaveProfile takes note of a profile that a delivery named; the lowest delivery stays.
func (tx *Tx) SaveProfile(m Model, id, delivery int64) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_profiles (profile_id, first_delivery) VALUES (?1, ?2)
		ON CONFLICT (profile_id) DO UPDATE SET first_delivery = ?2 WHERE first_delivery > ?2`), id, delivery)
	if err != nil {
		return fmt.Errorf("saving profile %d: %w", id, err)
	}
	return nil
}

// Kinds says what an id is the id of; it may be several things at once.
type Kinds struct{ Transfer, Profile, User bool }

// Exists says which things with this id there are: what an event, the directory or
// a lead has named.
func (r *Reader) Exists(id int64) (Kinds, error) {
	all, err := r.ExistOf([]int64{id})
	return all[id], err
}

// ExistOf is Exists for some ids, in one query. One that is of nothing is not in it.
func (r *Reader) ExistOf(ids []int64) (map[int64]Kinds, error) {
	all := map[int64]Kinds{}
	if len(ids) == 0 {
		return all, nil
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("looking for ids: %w", err)
	}
	rows, err := r.query(`SELECT j.value, EXISTS (SELECT 1 FROM rm_transfers WHERE transfer_id = j.value),
		EXISTS (SELECT 1 FROM rm_profiles WHERE profile_id = j.value)
			OR EXISTS (SELECT 1 FROM customer_links WHERE profile_id = j.value)
			OR EXISTS (SELECT 1 FROM directory_entries e CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'
				WHERE e.profile_id = j.value AND e.profile_id <> 0),
		EXISTS (SELECT 1 FROM rm_users WHERE user_id = j.value)
			OR EXISTS (SELECT 1 FROM rm_links WHERE user_id = j.value)
			OR EXISTS (SELECT 1 FROM customer_links WHERE user_id = j.value)
			OR EXISTS (SELECT 1 FROM directory_entries e CROSS JOIN directory_imports i ON i.id = e.import_id AND i.state = 'published'
				WHERE e.user_id = j.value AND e.user_id <> 0)
		FROM json_each(?1) j`, string(list))
	if err != nil {
		return nil, fmt.Errorf("looking for ids: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id int64
		var k Kinds
		if err := rows.Scan(&id, &k.Transfer, &k.Profile, &k.User); err != nil {
			return nil, fmt.Errorf("looking for ids: %w", err)
		}
		if k != (Kinds{}) {
			all[id] = k
		}
	}
	return all, rows.Err()
}

// ProblemCounts counts the open problems of some customers, in one query.
func (r *Reader) ProblemCounts(profiles []int64) (map[int64]int, error) {
	counts := map[int64]int{}
	if len(profiles) == 0 {
		return counts, nil
	}
	list, err := json.Marshal(profiles)
	if err != nil {
		return nil, fmt.Errorf("counting problems: %w", err)
	}
	rows, err := r.query(`SELECT json_each.value, (SELECT count(*) FROM rm_transfers t WHERE t.profile_id = json_each.value AND t.problem = 1)
		FROM json_each(?1)`, string(list))
	if err != nil {
		return nil, fmt.Errorf("counting problems: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var profile int64
		var n int
		if err := rows.Scan(&profile, &n); err != nil {
			return nil, fmt.Errorf("counting problems: %w", err)
		}
		counts[profile] = n
	}
	return counts, rows.Err()
}
