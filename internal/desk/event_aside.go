package desk

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/note"
	"transferdesk/store"
)

// MaxEventNote is the longest note about an event, in characters.
const MaxEventNote = 500

// AsideChange is what somebody says about a quarantined event: that nobody needs to
// look at it again, or, with Undo, that somebody does.
type AsideChange struct {
	Delivery int64 // our id
	Undo     bool
	Note     string // why; required
}

// ChangeAside sets a quarantined event aside or takes that back. Its errors:
// fault.NotFound without such an event, fault.Unprocessable when the note is
// missing or too long, fault.Conflict when the event is not quarantined. What
// stands already is no error and adds nothing.
func (d *Desk) ChangeAside(ctx context.Context, actor auth.Actor, requestID string, change AsideChange) error {
	verb := "sets aside"
	if change.Undo {
		verb = "takes back"
	}
	entry := audit.Entry{Act: auth.SetAside, SubjectKind: "event", SubjectID: strconv.FormatInt(change.Delivery, 10), RequestID: requestID, Detail: verb}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	note, err := parseEventNote(change.Note)
	if err != nil {
		return err
	}
	return audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		if err := standsIn(&tx.Reader, change.Delivery, store.StatusQuarantined); err != nil {
			return err
		}
		aside, err := tx.IsSetAside(change.Delivery)
		if err != nil || aside != change.Undo {
			return err
		}
		return tx.AddEventAside(store.EventAside{Delivery: change.Delivery, Undone: change.Undo, At: d.clock(), By: audit.By(actor), Note: note})
	})
}

// parseEventNote reads a note, trimmed; fault.Unprocessable when it is none.
func parseEventNote(text string) (string, error) {
	text = strings.TrimSpace(text)
	if note.IsEmpty(text) || utf8.RuneCountInString(text) > MaxEventNote || !utf8.ValidString(text) {
		return "", fault.New(fault.Unprocessable, fmt.Sprintf("The note must have 1 to %d characters: say why, for whoever looks next.", MaxEventNote))
	}
	return text, nil
}

// standsIn checks that an event has one of some outcomes: fault.NotFound without
// such an event, fault.Conflict when it has another.
func standsIn(r *store.Reader, delivery int64, statuses ...string) error {
	event, err := r.Event(delivery)
	if err != nil {
		return err
	}
	for _, status := range statuses {
		if event.Status == status {
			return nil
		}
	}
	return fault.New(fault.Conflict, "This event is not "+strings.Join(statuses, " or ")+" any more. Nothing was changed; look at what has become of it.")
}
