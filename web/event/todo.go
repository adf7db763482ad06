package event

import (
	"transferdesk/internal/projection"
	"transferdesk/store"
)

// todoWords says what to do about an event that nothing rests on; empty where
// there is nothing to do.
func todoWords(d store.EventDetail) string {
	switch {
	case d.Status == store.StatusKept:
		return "Nothing has to be done. A newer version of Transferdesk that can read it applies it by itself. Until then it can be attached to what it is about."
	case d.Status != store.StatusQuarantined:
		return ""
	case d.Source == store.FromReconciliation:
		return "The mistake is in Transferdesk, which wrote this down itself: report it with the number of this event, and ask Wise about the transfer once more."
	case d.Why == projection.WhyPoison:
		return "The mistake is in Transferdesk, so report it with the number of this event. Once a mended version runs, apply it again."
	case d.Why == projection.WhyRefused:
		return "Let an admin look for the cause; the server’s log names this event’s number. Once the database takes it, apply it again."
	}
	return "Applying it again helps only after an update. If it matters, ask Wise what it should have said, with the delivery id, and attach it to what it is about. If it does not, set it aside."
}
