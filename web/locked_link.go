package web

import (
	"strings"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
	"transferdesk/templates"
)

// withheld gives the events of something that is locked to whoever may read there
// what was withheld; nil to everybody else.
func withheld(who auth.Actor, locked bool, events []int64) []int64 {
	if !locked || !who.May(auth.ViewLocked) {
		return nil
	}
	return events
}

// linkLocked gives a transfer's page the ways to what was withheld of it.
func linkLocked(page *templates.TransferPage, who auth.Actor) {
	for i, f := range page.Failures {
		page.Failures[i].Withheld = withheld(who, f.Failure.Card.Openness == reason.Locked, f.Failure.Evidence)
	}
	for i, c := range page.Cases {
		page.Cases[i].Withheld = withheld(who, c.Case.Card.Openness == reason.Locked, c.Case.Evidence)
	}
	for i, thing := range page.Also {
		page.Also[i].Withheld = withheld(who, thing.Locked, thing.Events)
	}
	linkRows(page.Timeline, who)
	linkRows(page.Unplaced, who)
}

// linkRows does the same for the rows of a timeline.
func linkRows(rows []templates.TimelineRow, who auth.Actor) {
	for i, r := range rows {
		rows[i].Withheld = withheld(who, saysHandled(r), r.Events)
	}
}

// saysHandled says whether a row stands for something that compliance handles.
func saysHandled(r templates.TimelineRow) bool {
	for _, text := range []string{r.Tag.Text, r.Note, r.Code, r.State, r.From} {
		if strings.Contains(text, reason.LockedCode) || strings.Contains(strings.ToLower(text), strings.ToLower(reason.HandledByCompliance)) {
			return true
		}
	}
	return false
}
