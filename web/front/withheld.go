package front

import (
	"strings"

	"transferdesk/internal/auth"
	"transferdesk/internal/reason"
	"transferdesk/templates"
)

// Withheld gives the events of something that is locked to whoever may read there
// what was withheld; nil to everybody else.
func Withheld(who auth.Actor, locked bool, events []int64) []int64 {
	if !locked || !who.May(auth.ViewLocked) {
		return nil
	}
	return events
}

// LinkRows gives each row of a timeline that stands for something locked its events,
// to whoever may read there what was withheld.
func LinkRows(rows []templates.TimelineRow, who auth.Actor) {
	for i, r := range rows {
		rows[i].Withheld = Withheld(who, saysHandled(r), r.Events)
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
