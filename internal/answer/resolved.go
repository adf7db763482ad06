package answer

import (
	"time"

	"transferdesk/internal/when"
)

// FlagChangedSinceResolved: somebody of ours resolved the transfer, and since then its
// answer has become another one.
const FlagChangedSinceResolved = "changed_since_resolved"

// Resolution is with what somebody of ours resolved a transfer.
type Resolution struct {
	At   time.Time
	By   string // a name
	As   string // the outcome in words, as they go on in a sentence
	Code Code   // that spoke at that moment
}

// Since says whether the answer is another one than at that moment. Rows between which
// time alone lies, or detail that was still to come, are one.
func (r Resolution) Since(now Code) bool { return tellsAs(r.Code) != tellsAs(now) }

// resolvedRunes is how much of a name a flag gives.
const resolvedRunes = 60

// Flags says what has become of a transfer since it was resolved; nothing where the
// answer is the same.
func (r Resolution) Flags(a Answer, in Input) []Flag {
	if !r.Since(a.Code) {
		return nil
	}
	text := "Resolved by " + clip(r.By, resolvedRunes) + " on " + when.Date(r.At, in.Now, in.Zone) + " (" + r.As + "); since then: " + a.Headline.Text
	return []Flag{{FlagChangedSinceResolved, text, a.SinceAt, a.Headline.Evidence}}
}
