package wording

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/internal/when"
)

// GapWords says how we know that an event is missing before this one; "" when none is.
func GapWords(e transfer.Entry, inbound bool) string {
	switch {
	case !e.Gap:
		return ""
	case e.Kind == transfer.StateSeen:
		return "Wise has not sent the event of this state, so that it is not known when it happened."
	case e.From == "":
		return "Wise reports the transfer’s first state here, and we held " + Said(e.Held, inbound) + " before it."
	case e.Held == "":
		return "Wise says that it was " + Said(e.From, inbound) + " before; we hold nothing from then."
	}
	return "Wise says that it was " + Said(e.From, inbound) + " before; we held " + Said(e.Held, inbound) + "."
}

// SeenText says what Wise's API named when we asked; where we held it already, that it
// still did.
func SeenText(e transfer.Entry, inbound bool) string {
	if e.Confirms {
		return "Asked Wise: still " + Said(e.To, inbound)
	}
	return "Asked Wise: the transfer was " + Said(e.To, inbound)
}

// RollbackWords says a step back outright; "" when it is none.
func RollbackWords(e transfer.Entry, inbound bool) string {
	if !e.Rollback {
		return ""
	}
	return "A step back: Wise took it from " + Said(e.From, inbound) + " to " + Said(e.To, inbound) + "."
}

// CasesNote says which cases a snapshot opened, which it found still open and for
// how long, and which it cleared and after how long, all as seen.
func CasesNote(e transfer.Entry, cards reason.Catalogue) string {
	var parts []string
	for _, c := range e.Open {
		if slices.Contains(e.Opened, c.Code) {
			parts = append(parts, "Opened: "+caseTitle(c.Code, cards)+".")
		}
	}
	for _, c := range e.Open {
		if !slices.Contains(e.Opened, c.Code) {
			parts = append(parts, "Still open: "+caseTitle(c.Code, cards)+", for "+span(e.At.Time.Sub(c.Since))+".")
		}
	}
	for _, c := range e.Over {
		parts = append(parts, "Cleared: "+caseTitle(c.Code, cards)+", after "+span(e.At.Time.Sub(c.Since))+".")
	}
	return strings.Join(parts, " ")
}

// caseTitle names a case; all that are for compliance alone have one name.
func caseTitle(code string, cards reason.Catalogue) string { return cards.Case(code).Title }

// span is how long something lasted; snapshots of one second lasted no time that
// could be told.
func span(d time.Duration) string {
	if d < time.Second {
		return "less than a second"
	}
	return when.Age(d)
}
