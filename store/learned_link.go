package store

import "fmt"

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
