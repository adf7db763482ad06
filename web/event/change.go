package event

import (
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
	"transferdesk/internal/wise"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// changes says what an applied delivery told, and of which thing.
func changes(d store.EventDetail, read wise.Decoded) []templates.Change {
	if d.Status != store.StatusApplied {
		return nil
	}
	var all []templates.Change
	if e := read.Transfer; e != nil {
		all = append(all, transferChange(*e))
	}
	if e := read.User; e != nil {
		all = append(all, userChange(*e))
	}
	return all
}

func transferChange(e transfer.Event) templates.Change {
	change := templates.Change{Text: told(e)}
	switch {
	case e.Transfer != 0:
		change.Href, change.Link = "/transfers/"+front.IDText(e.Transfer), "Transfer "+front.IDText(e.Transfer)
	case e.Profile != 0:
		change.Href, change.Link = "/customers/"+front.IDText(e.Profile), "Customer "+front.IDText(e.Profile)
	}
	return change
}

// told is one event in words.
func told(e transfer.Event) string {
	switch e.Kind {
	case transfer.StateChange:
		return "State: " + wording.Of(e.To).Happened + "."
	case transfer.StateSeen:
		return "Asked Wise: the transfer was " + wording.Said(e.To, false) + ". Where Wise’s own events say the same, it changes nothing."
	case transfer.PayoutFailure:
		return "A payout failure was added."
	case transfer.RefundIssued:
		return "A refund of " + e.Refund.String() + " was added."
	case transfer.ActiveCases:
		if len(e.Cases) == 0 {
			return "No case is active."
		}
		return "The active cases were set."
	case transfer.BalanceUpdate, transfer.BalanceCredit:
		return "A balance movement was added."
	case transfer.IncomingCredit:
		return "A payment to the customer was added."
	}
	return "It was added."
}

func userChange(e customer.UserEvent) templates.Change {
	return templates.Change{
		Text: "Account state: " + wording.UserTag(e.To).Text + ".",
		Href: "/users/" + front.IDText(e.User), Link: "User " + front.IDText(e.User),
	}
}

// noChange says why a delivery changed nothing; empty when it changed something.
func noChange(d store.EventDetail, changes []templates.Change) string {
	if len(changes) > 0 {
		return ""
	}
	switch d.Status {
	case store.StatusDuplicate:
		return "Nothing: another delivery had told the same event before."
	case store.StatusKept:
		return "Nothing: it is kept as it came, and no answer rests on it."
	case store.StatusTest:
		return "Nothing: it is a test notification, which is shown and never counted."
	case store.StatusQuarantined:
		return "Nothing: it cannot be understood. It is kept as it came, for a lead to look at."
	case "":
		return "Nothing yet: it waits to be read, usually for less than a second."
	}
	return "Nothing that a page shows."
}

func flagsOf(read wise.Decoded) []string {
	switch {
	case read.Transfer != nil:
		return read.Transfer.Flags
	case read.User != nil:
		return read.User.Flags
	}
	return nil
}
