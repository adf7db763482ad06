package desk

import (
	"context"
	"strconv"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/preference"
	"transferdesk/store"
)

// ChangeSettings keeps how the actor likes to read. It counts from the next page, in
// every browser where the actor is signed in. What is chosen already changes nothing and
// is recorded nowhere. Its errors: fault.Forbidden for anybody
// but a person, preference.Wrong for a choice that cannot be taken.
func (d *Desk) ChangeSettings(ctx context.Context, actor auth.Actor, requestID string, chosen preference.Preferences) error {
	chosen = chosen.Tidy()
	entry := audit.Entry{Act: auth.ChangeSettings, SubjectKind: "person", SubjectID: strconv.FormatInt(actor.ID, 10), RequestID: requestID}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	if actor.Kind != auth.Person {
		return audit.Refuse(ctx, d.db, d.clock, actor, entry, "Only a person has settings.")
	}
	if err := chosen.Check(); err != nil {
		return err
	}
	entry.Detail = chosen.String()
	return audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		held, err := tx.Preferences(actor.ID)
		if err != nil {
			return err
		}
		if held == chosen {
			return audit.ErrMet
		}
		return tx.SetPreferences(actor.ID, chosen, d.clock())
	})
}
