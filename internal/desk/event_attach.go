package desk

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// maxAttachments is to how many things an event can be attached at once.
const maxAttachments = 20

// AttachChange attaches an event that nothing rests on to something that it is
// about, or, with Undo, takes that back.
type AttachChange struct {
	Delivery int64  // our id
	Kind     string // store.HandleTransfer, HandleProfile or HandleUser
	ID       int64  // Wise's id
	Undo     bool
	Note     string // required
}

// ChangeAttachment attaches an event or detaches it. Its errors: fault.NotFound
// without such an event, fault.Unprocessable when the note is missing or too long
// or nobody
// has ever named the thing, fault.Conflict when the event is
// neither quarantined nor kept. What stands already is no error and adds nothing.
func (d *Desk) ChangeAttachment(ctx context.Context, actor auth.Actor, requestID string, change AttachChange) error {
	verb := "attaches to"
	if change.Undo {
		verb = "detaches from"
	}
	entry := audit.Entry{Act: auth.AttachEvent, SubjectKind: "event", SubjectID: strconv.FormatInt(change.Delivery, 10),
		RequestID: requestID, Detail: fmt.Sprintf("%s %s %d", verb, change.Kind, change.ID)}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	var err error
	if change.Note, err = parseEventNote(change.Note); err != nil {
		return err
	}
	return audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		if stands, err := change.check(&tx.Reader); stands || err != nil {
			return err
		}
		return tx.AddEventAttachment(store.EventAttachment{
			Delivery: change.Delivery, SubjectKind: change.Kind, SubjectID: change.ID, Undone: change.Undo, At: d.clock(), By: audit.By(actor), Note: change.Note,
		})
	})
}

// check compares the change with what is there: true when it stands already.
func (c AttachChange) check(r *store.Reader) (stands bool, err error) {
	said, err := r.EventAttachments(c.Delivery)
	if err != nil {
		return false, err
	}
	standing := store.Standing(said)
	attached := slices.ContainsFunc(standing, func(a store.EventAttachment) bool { return a.SubjectKind == c.Kind && a.SubjectID == c.ID })
	if attached != c.Undo {
		return true, nil
	}
	if c.Undo {
		return false, nil
	}
	if err := standsIn(r, c.Delivery, store.StatusQuarantined, store.StatusKept); err != nil {
		return false, err
	}
	if len(standing) >= maxAttachments {
		return false, fault.New(fault.Unprocessable, fmt.Sprintf("The event is attached to %d things already, which is as many as there can be.", maxAttachments))
	}
	return false, c.known(r)
}

// known checks that the thing has a page.
func (c AttachChange) known(r *store.Reader) error {
	kinds, err := r.Exists(c.ID)
	if err != nil {
		return err
	}
	known := map[string]bool{store.HandleTransfer: kinds.Transfer, store.HandleProfile: kinds.Profile, store.HandleUser: kinds.User}[c.Kind]
	if known {
		return nil
	}
	return fault.New(fault.Unprocessable, fmt.Sprintf("The id %d is unknown: no %s with it has been heard of, so there is no page to attach this to.", c.ID, subjectWord(c.Kind)))
}

// subjectWord is what people call a kind of thing.
func subjectWord(kind string) string {
	if kind == store.HandleProfile {
		return "customer"
	}
	return kind
}
