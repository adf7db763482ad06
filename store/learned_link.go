package store

import (
	"fmt"
)

// LearnedLink says that events have named a profile and a user together.
type LearnedLink struct {
	Profile, User int64
	First, Last   int64 // the deliveries that said so first and last
}

// SaveLearnedLink takes note of a delivery that named both.
func (tx *Tx) SaveLearnedLink(m Model, profile, user, delivery int64) error {
	_, err := tx.exec(m.of(`INSERT INTO rm_links (profile_id, user_id, first_delivery, last_delivery) VALUES (?1, ?2, ?3, ?3)
		ON CONFLICT (profile_id, user_id) DO UPDATE SET first_delivery = min(first_delivery, ?3), last_delivery = max(last_delivery, ?3)`),
		profile, user, delivery)
	if err != nil {
		return fmt.Errorf("saving the link of profile %d: %w", profile, err)
	}
	return nil
}

// LinksOfProfile gives the users that events have named together with a profile.
func (r *Reader) LinksOfProfile(profile int64) ([]LearnedLink, error) {
	return r.learnedLinks(`SELECT profile_id, user_id, first_delivery, last_delivery FROM rm_links
		WHERE profile_id = ? ORDER BY user_id LIMIT ?`, profile)
}

// LinksOfUser gives the profiles that events have named together with a user.
func (r *Reader) LinksOfUser(user int64) ([]LearnedLink, error) {
	return r.learnedLinks(`SELECT profile_id, user_id, first_delivery, last_delivery FROM rm_links
		WHERE user_id = ? ORDER BY profile_id LIMIT ?`, user)
}

func (r *Reader) learnedLinks(query string, id int64) ([]LearnedLink, error) {
	rows, err := r.query(query, id, maxLimit)
	if err != nil {
		return nil, fmt.Errorf("reading learned links of %d: %w", id, err)
	}
	defer func() { _ = rows.Close() }()
	var all []LearnedLink
	for rows.Next() {
		var l LearnedLink
		if err := rows.Scan(&l.Profile, &l.User, &l.First, &l.Last); err != nil {
			return nil, fmt.Errorf("reading learned links of %d: %w", id, err)
		}
		all = append(all, l)
	}
	return all, rows.Err()
}
