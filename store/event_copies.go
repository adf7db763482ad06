package store

import (
	"fmt"
	"slices"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
)

// EventCopies gives the other deliveries that told the same event in other bodies:
// other versions, other subscriptions. Only what an answer rests on has copies.
func (r *Reader) EventCopies(id int64) (evidence.IDs, error) {
	o, found, err := r.Outcome(Live, id)
	if err != nil || !found || o.Kind.Status != StatusApplied && o.Kind.Status != StatusDuplicate {
		return nil, err
	}
	said, err := r.decoded(id)
	if err != nil {
		return nil, err
	}
	bundles, err := r.bundles(said)
	if err != nil {
		return nil, fmt.Errorf("looking for copies of %d: %w", id, err)
	}
	for _, ids := range bundles {
		if slices.Contains(ids, id) {
			return slices.DeleteFunc(slices.Clone(ids), func(other int64) bool { return other == id }), nil
		}
	}
	return nil, nil
}

// bundles gives the deliveries of each event of what a delivery is about.
func (r *Reader) bundles(said wise.Decoded) (all []evidence.IDs, err error) {
	switch e := said.Transfer; {
	case said.Activity != nil:
		events, err := r.ActivityEvents(said.Activity.Key)
		_, entries := activity.Fold(said.Activity.Key, events)
		for _, entry := range entries {
			all = append(all, carried(entry.Sources))
		}
		return all, err
	case e != nil && e.Transfer != 0:
		events, err := r.TransferEvents(e.Transfer)
		_, entries := transfer.Fold(e.Transfer, events)
		for _, entry := range entries {
			all = append(all, carried(entry.Sources))
		}
		return all, err
	case e != nil:
		rows, err := r.MovementRows(Live, e.Profile, e.At.Second())
		for _, row := range rows {
			all = append(all, row.Deliveries)
		}
		return all, err
	case said.User != nil:
		return r.userBundles(said.User.User)
	}
	return nil, nil
}

func (r *Reader) userBundles(user int64) (all []evidence.IDs, err error) {
	row, _, err := r.UserRow(Live, user)
	if err != nil {
		return nil, err
	}
	var events []customer.UserEvent
	for _, id := range row.Deliveries {
		said, err := r.decoded(id)
		if err != nil {
			return nil, err
		}
		if said.User != nil {
			events = append(events, *said.User)
		}
	}
	_, entries := customer.FoldUser(user, events)
	for _, entry := range entries {
		all = append(all, carried(entry.Sources))
	}
	return all, nil
}

func carried(sources []evidence.Source) (ids evidence.IDs) {
	for _, s := range sources {
		ids = append(ids, s.Delivery)
	}
	return ids
}
