package store

import (
	"fmt"
	"slices"
)

// keptShown is how many kept events a page lists; the events list has them all.
const keptShown = 20

// Subject is what an event can name.
type Subject string

// The subjects, as the columns of outcomes call them.
const (
	OfTransfer Subject = "transfer_id"
	OfProfile  Subject = "profile_id"
	OfUser     Subject = "user_id"
)

// attachedAs is the subject as attachments name it.
var attachedAs = map[Subject]string{OfTransfer: HandleTransfer, OfProfile: HandleProfile, OfUser: HandleUser}

// keptQueries reads newest first, by an index that holds kept events only: these
// have a reason in their outcome, and it is not that of a copy.
var keptQueries = map[Subject]string{
	OfTransfer: `SELECT delivery_id, delivery_id FROM rm_outcomes WHERE transfer_id = ? AND why <> '' AND why <> 'seen_already'
		ORDER BY delivery_id DESC LIMIT ?`,
	OfProfile: `SELECT delivery_id, delivery_id FROM rm_outcomes WHERE profile_id = ? AND why <> '' AND why <> 'seen_already'
		ORDER BY delivery_id DESC LIMIT ?`,
	OfUser: `SELECT delivery_id, delivery_id FROM rm_outcomes WHERE user_id = ? AND why <> '' AND why <> 'seen_already'
		ORDER BY delivery_id DESC LIMIT ?`,
}

// KeptAbout lists the newest events that name the subject and are only kept as
// they came, or quarantined: no fact rests on them, and nobody should have to guess that they are
// there. At most 20. Below them stand the events that somebody attached to it.
func (r *Reader) KeptAbout(s Subject, id int64) ([]EventRow, error) {
	places, err := r.places(keptQueries[s], id, keptShown)
	if err != nil {
		return nil, fmt.Errorf("reading kept events of %s %d: %w", s, id, err)
	}
	var kept []EventRow
	for _, p := range places {
		row, err := r.eventRow(p.id)
		if err != nil {
			return nil, err
		}
		if row.Status == StatusKept || row.Status == StatusQuarantined {
			kept = append(kept, row)
		}
	}
	return r.withAttached(kept, s, id)
}

// withAttached adds the events that were attached to the subject by hand.
func (r *Reader) withAttached(kept []EventRow, s Subject, id int64) ([]EventRow, error) {
	attached, err := r.AttachedTo(attachedAs[s], id)
	if err != nil {
		return nil, err
	}
	for _, a := range attached {
		row, err := r.eventRow(a.Delivery)
		if err != nil {
			return nil, err
		}
		row.Attached = &a
		kept = slices.DeleteFunc(kept, func(old EventRow) bool { return old.ID == row.ID })
		kept = append(kept, row)
	}
	return kept, nil
}
