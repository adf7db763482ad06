package desk

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/internal/note"
	"transferdesk/store"
)

// MaxLinkNote is the longest note of a link, in characters.
const MaxLinkNote = 500

// LinkChange is what a lead says about one pair of profile and user.
type LinkChange struct {
	Profile  int64
	User     int64
	Withdraw bool   // the two do not belong together
	Note     string // why; required
	Seen     int64  // store.Identity.Seen of the page on which it was decided
}

// ChangeLink sets or withdraws the link between a user and a profile. Its errors:
// fault.Unprocessable when the note is missing or too long or there is no link to
// withdraw, fault.Conflict when another lead changed the links of the profile
// since. What stands already is no error and adds nothing.
func (d *Desk) ChangeLink(ctx context.Context, actor auth.Actor, requestID string, change LinkChange) error {
	verb := "links"
	if change.Withdraw {
		verb = "withdraws"
	}
	entry := audit.Entry{Act: auth.LinkCustomer, SubjectKind: "profile", SubjectID: strconv.FormatInt(change.Profile, 10),
		RequestID: requestID, Detail: fmt.Sprintf("%s user %d", verb, change.User)}
	if err := audit.Allow(ctx, d.db, d.clock, actor, entry); err != nil {
		return err
	}
	change.Note = strings.TrimSpace(change.Note)
	if note.IsEmpty(change.Note) || utf8.RuneCountInString(change.Note) > MaxLinkNote || !utf8.ValidString(change.Note) {
		return fault.New(fault.Unprocessable, fmt.Sprintf("The note must have 1 to %d characters: how do you know?", MaxLinkNote))
	}
	return audit.Do(ctx, d.db, d.clock, actor, entry, func(tx *store.Tx) error {
		held, err := tx.Identity(change.Profile)
		if err != nil {
			return err
		}
		if stands, err := change.check(held); stands || err != nil {
			return err
		}
		return tx.AddCustomerLink(store.CustomerLink{
			Profile: change.Profile, User: change.User, Withdrawn: change.Withdraw, At: d.clock(), By: audit.By(actor), Note: change.Note,
		})
	})
}

// check compares the change with what is held: true when it stands already.
func (c LinkChange) check(held store.Identity) (stands bool, err error) {
	at := slices.IndexFunc(held.Links, func(l customer.Link) bool { return l.User == c.User })
	if at >= 0 {
		source := held.Links[at].Source()
		if source.Source == customer.ByLead && source.Withdrawn == c.Withdraw {
			return true, nil
		}
	}
	if held.Seen() != c.Seen {
		return false, fault.New(fault.Conflict, "Another lead changed the links of this customer meanwhile. Nothing was overwritten; look at what is there now.")
	}
	if at < 0 && c.Withdraw {
		return false, fault.New(fault.Unprocessable, "This user is not linked, so there is no link to withdraw.")
	}
	return false, nil
}
