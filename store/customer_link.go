package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// CustomerLink is what a lead said about one pair of profile and user.
type CustomerLink struct {
	ID        int64 // given by AddCustomerLink
	Profile   int64
	User      int64
	Withdrawn bool // the two do not belong together
	At        time.Time
	By        Actor
	Note      string
}

// AddCustomerLink keeps a row; the newest of a pair counts.
func (tx *Tx) AddCustomerLink(l CustomerLink) error {
	_, err := tx.exec(`INSERT INTO customer_links (profile_id, user_id, withdrawn, set_at, actor_kind, actor_id, actor_name, note)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, l.Profile, l.User, l.Withdrawn, stamp(l.At), l.By.Kind, l.By.ID, l.By.Name, l.Note)
	if err != nil {
		return fmt.Errorf("adding a customer link: %w", err)
	}
	return nil
}

// CustomerLinks gives all that leads said about some profiles, oldest first.
func (r *Reader) CustomerLinks(profiles []int64) ([]CustomerLink, error) {
	list, err := json.Marshal(profiles)
	if err != nil {
		return nil, fmt.Errorf("asking for customer links: %w", err)
	}
	rows, err := r.query(`SELECT l.id, l.profile_id, l.user_id, l.withdrawn, l.set_at, l.actor_kind, l.actor_id, l.actor_name, l.note
		FROM json_each(?1) CROSS JOIN customer_links l ON l.profile_id = json_each.value`, string(list))
	if err != nil {
		return nil, fmt.Errorf("reading customer links: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var all []CustomerLink
	for rows.Next() {
		var l CustomerLink
		var at int64
		err := rows.Scan(&l.ID, &l.Profile, &l.User, &l.Withdrawn, &at, &l.By.Kind, &l.By.ID, &l.By.Name, &l.Note)
		if err != nil {
			return nil, fmt.Errorf("reading customer links: %w", err)
		}
		l.At = stamped(at)
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b CustomerLink) int { return cmp.Compare(a.ID, b.ID) })
	return all, rows.Err()
}
