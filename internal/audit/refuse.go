package audit

import (
	"context"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/store"
)

// Allow checks actor's right to something that leaves no record when it is
// allowed (queue, lists, search). A refusal is recorded and returned as
// fault.Forbidden, also when it could not be recorded.
func Allow(ctx context.Context, db *store.DB, clock func() time.Time, actor auth.Actor, entry Entry) error {
	if actor.May(entry.Act) {
		return nil
	}
	return Refuse(ctx, db, clock, actor, entry, refusal(actor, entry.Act))
}

// Refuse refuses what a role may do and this actor may not, such as with a thing of
// somebody else: it is recorded, and returned as fault.Forbidden with the text, also
// when it could not be recorded.
func Refuse(ctx context.Context, db *store.DB, clock func() time.Time, actor auth.Actor, entry Entry, text string) error {
	err := write(ctx, db, row(clock(), actor, entry, denied))
	return fault.Wrap(fault.Forbidden, text, err)
}

// refusal says why an act is refused, and who could change that. It names no act: what
// there is stays with those who may.
func refusal(actor auth.Actor, act auth.Act) string {
	if auth.NeedsFlag(act) && !actor.Compliance {
		return "What is handled by compliance is for people with the compliance flag, whatever their role. Nothing was shown. " +
			"Whoever runs the server gives the flag: transferdesk user compliance --email E."
	}
	return "Your role may not do this. " + actor.Standing() + "; " + auth.WhoMay(act) + " may do it: ask one of them if you need it."
}
