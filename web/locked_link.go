package web

import (
	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// linkLocked gives a transfer's page the ways to what was withheld of it.
func linkLocked(page *templates.TransferPage, who auth.Actor) {
	for i, f := range page.Failures {
		page.Failures[i].Withheld = front.Withheld(who, f.Failure.Card.Openness == reason.Locked, f.Failure.Evidence)
	}
	for i, c := range page.Cases {
		page.Cases[i].Withheld = front.Withheld(who, c.Case.Card.Openness == reason.Locked, c.Case.Evidence)
	}
	for i, thing := range page.Also {
		page.Also[i].Withheld = front.Withheld(who, thing.Locked, thing.Events)
	}
	front.LinkRows(page.Timeline, who)
	front.LinkRows(page.Unplaced, who)
}
