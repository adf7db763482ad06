package answer

import (
	"strings"
	"time"

	"transferdesk/internal/money"
	"transferdesk/internal/reason"
	"transferdesk/internal/when"
)

// spoken is a piece of a text for a customer. Only what we have written ourselves, as
// a constant, and what the makers below let through can become one: a text of any
// other kind does not compile beside it. Conversions stand in this file alone, which a
// test sees to, so that nothing internal or locked can be joined in by mistake.
type spoken string

// mayBeTold says whether a text of this openness may go to a customer.
func mayBeTold(o reason.Openness) bool { return o == reason.Tell || o == reason.Softly }

// spokenCause is the clause after "could not be paid out"; empty unless the card says
// tell or softly.
func spokenCause(card reason.Card) spoken {
	if !mayBeTold(card.Openness) {
		return ""
	}
	return spoken(card.CustomerWhy)
}

// spokenFix is the clause about what to have ready before a new payment, likewise.
func spokenFix(card reason.Card) spoken {
	if !mayBeTold(card.Openness) {
		return ""
	}
	return spoken(card.CustomerNext)
}

// spokenCase is the sentence about an active case, likewise.
func spokenCase(card reason.CaseCard) spoken {
	if !mayBeTold(card.Openness) {
		return ""
	}
	return spoken(card.CustomerText)
}

// spokenWord is the sentence of a table's row, likewise.
func spokenWord(w reason.Word) spoken {
	if !mayBeTold(w.Openness) {
		return ""
	}
	return spoken(w.CustomerText)
}

// spokenAmount is an amount that a person can be told; empty for any other.
func spokenAmount(a money.Amount) spoken {
	if !a.Payable() {
		return ""
	}
	return spoken(a.String())
}

// spokenDay is a date, without its zone.
func spokenDay(t time.Time, zone *time.Location) spoken { return spoken(when.LongDate(t, zone)) }

// spokenZone names the zone of a date: " (UTC)".
func spokenZone(t time.Time, zone *time.Location) spoken {
	return spoken(" (" + when.Zone(t, zone) + ")")
}

// midSentence lets a sentence go on in the middle of another.
func (s spoken) midSentence() spoken { return spoken(lowerFirst(string(s))) }

// onceOnly keeps the first mention of something, such as the zone, and drops the others.
func (s spoken) onceOnly(what spoken) spoken {
	before, after, found := strings.Cut(string(s), string(what))
	if !found {
		return s
	}
	return spoken(before) + what + spoken(strings.ReplaceAll(after, string(what), ""))
}

// harmlessToTell says whether no word stands in it that may not reach a customer.
func (s spoken) harmlessToTell() bool {
	return len(reason.Forbidden(string(s))) == 0 && !reason.IsLocked(string(s))
}

// joinSpoken puts sentences together and leaves out the empty ones.
func joinSpoken(sentences []spoken) spoken { return joinedBy(sentences, " ") }

// joinedBy puts pieces together with something between them, and leaves out the empty ones.
func joinedBy(pieces []spoken, between spoken) spoken {
	var all spoken
	for _, s := range pieces {
		if s == "" {
			continue
		}
		if all != "" {
			all += between
		}
		all += s
	}
	return all
}
