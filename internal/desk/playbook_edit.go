package desk

import (
	"context"
	"fmt"
	"strings"
	"time"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/reason"
	"transferdesk/store"
)

// MaxPlaybookNote is the longest note of a version, in characters.
const MaxPlaybookNote = 300

// CardChange is what a lead makes of one card.
type CardChange struct {
	Kind    reason.Kind
	Code    string
	Based   int64          // the version that the form was based on; 0: the card had none yet
	Writing reason.Writing // of EditPlaybook
	Version int64          // of RestorePlaybook: the version to bring back; 0: the built-in card
	Note    string         // why; required
}

// EditPlaybook adds a version to a card. Its errors: WrongCard, fault.Conflict when
// another version was added since the form was opened, fault.NotFound for a code
// that can have no card. What stands already is no error and adds nothing.
func (d *Desk) EditPlaybook(ctx context.Context, actor auth.Actor, requestID string, change CardChange) error {
	entry := playbookEntry(auth.EditPlaybook, requestID, change)
	entry.Detail = fmt.Sprintf("from version %d", change.Based)
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	if err := checkCode(change.Code); err != nil {
		return err
	}
	change.Writing = change.Writing.For(change.Kind).Tidy()
	if wrong := change.wrong(d.clock); len(wrong) > 0 {
		return wrong
	}
	card, err := change.Writing.Encode()
	if err != nil {
		return err
	}
	return d.addVersion(ctx, actor, entry, change, func(held []store.PlaybookVersion) (store.PlaybookVersion, error) {
		return store.PlaybookVersion{Card: card}, nil
	})
}

// RestorePlaybook adds a version with what the built-in card or an older version
// says. Its errors are those of EditPlaybook; fault.NotFound also when there is no
// such version.
func (d *Desk) RestorePlaybook(ctx context.Context, actor auth.Actor, requestID string, change CardChange) error {
	entry := playbookEntry(auth.RestorePlaybook, requestID, change)
	entry.Detail = fmt.Sprintf("version %d, from version %d", change.Version, change.Based)
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	if err := checkCode(change.Code); err != nil {
		return err
	}
	if wrong := change.wrongNote(); len(wrong) > 0 {
		return WrongCard(wrong)
	}
	return d.addVersion(ctx, actor, entry, change, func(held []store.PlaybookVersion) (store.PlaybookVersion, error) {
		return change.restored(held, d.clock)
	})
}

// addVersion adds what made gives of the versions held, as the next one.
func (d *Desk) addVersion(ctx context.Context, actor auth.Actor, entry audit.Entry, change CardChange, made func([]store.PlaybookVersion) (store.PlaybookVersion, error)) error {
	return audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		held, err := tx.PlaybookVersions(change.Kind, change.Code)
		if err != nil {
			return err
		}
		next, err := made(held)
		if err != nil {
			return err
		}
		var newest store.PlaybookVersion
		if len(held) > 0 {
			newest = held[0]
		}
		if newest.Version > 0 && newest.Builtin == next.Builtin && newest.Card == next.Card {
			return nil
		}
		if newest.Version != change.Based {
			return fault.New(fault.Conflict, "Somebody else changed this card meanwhile. Nothing was overwritten; both are shown below.")
		}
		next.Kind, next.Code, next.Version = change.Kind, change.Code, newest.Version+1
		next.Note, next.At, next.By = strings.TrimSpace(change.Note), d.clock(), audit.By(actor)
		return tx.AddPlaybookVersion(next)
	})
}

// restored is the version that brings an older one, or the built-in card, back. An
// older one must still pass the rules, which may have grown.
func (c CardChange) restored(held []store.PlaybookVersion, clock func() time.Time) (store.PlaybookVersion, error) {
	if c.Version == 0 {
		return store.PlaybookVersion{Builtin: true}, nil
	}
	for _, v := range held {
		if v.Version != c.Version {
			continue
		}
		if v.Builtin {
			return store.PlaybookVersion{Builtin: true}, nil
		}
		e := v.Edit()
		c.Writing = e.Writing
		if wrong := c.wrong(clock); e.Unreadable || len(wrong) > 0 {
			return v, fault.Wrap(fault.Unprocessable, "This version cannot be brought back: what it says may not be said any more. Write the card anew.", wrong)
		}
		return store.PlaybookVersion{Card: v.Card}, nil
	}
	return store.PlaybookVersion{}, fault.New(fault.NotFound, "There is no such version of this card.")
}
