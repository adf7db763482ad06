package projection

import (
	"strconv"

	"transferdesk/internal/wise"
	"transferdesk/store"
)

// note takes down by what else an event can be found, and that it named a profile
// and a user together.
func (b *batch) note(d wise.Decoded, o store.Outcome) {
	kind, id := subjectOf(d)
	for _, found := range d.Handles {
		h := store.Handle{Text: found.Text, Kind: found.Kind, SubjectKind: kind, SubjectID: id}
		if _, known := b.memory.handles.get(h); !known {
			b.handles = append(b.handles, h)
			b.memory.handles.put(h, struct{}{})
		}
	}
	if o.ProfileID != 0 && o.UserID != 0 {
		b.links = append(b.links, store.LearnedLink{Profile: o.ProfileID, User: o.UserID, First: o.Delivery, Last: o.Delivery})
	}
}

// subjectOf is what the handles of an event lead to: the thing that it is about,
// else its transfer, profile or user.
func subjectOf(d wise.Decoded) (kind, id string) {
	switch {
	case d.Activity != nil:
		return string(d.Activity.Kind), d.Activity.ID
	case d.TransferID != 0:
		return store.HandleTransfer, strconv.FormatInt(d.TransferID, 10)
	case d.ProfileID != 0:
		return store.HandleProfile, strconv.FormatInt(d.ProfileID, 10)
	default:
		return store.HandleUser, strconv.FormatInt(d.UserID, 10)
	}
}

// saveNames writes what was noted.
func (b *batch) saveNames(tx *store.Tx) error {
	for _, h := range b.handles {
		if err := tx.SaveHandle(b.model, h); err != nil {
			return err
		}
	}
	for _, l := range b.links {
		if err := tx.SaveLearnedLink(b.model, l.Profile, l.User, l.First); err != nil {
			return err
		}
	}
	return nil
}
