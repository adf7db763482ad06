package answer

import (
	"cmp"
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// customerText is what the customer may hear of a declined card payment, a dispute or
// a payment by SWIFT; nothing of anything else, and nothing where the tables do not
// say tell or softly. A merchant's name, a code and Wise's own words are no part of it.
func (s scene) customerText() Sentence {
	if s.locked() {
		return Sentence{}
	}
	text := s.spoken()
	if !text.harmlessToTell() {
		return Sentence{}
	}
	return sentence(string(text), s.heldBy())
}

// spoken lets the three kinds speak.
func (s scene) spoken() spoken {
	switch s.Facts.Kind {
	case activity.CardTransaction:
		return s.spokenDecline()
	case activity.Dispute:
		return spokenWord(s.held)
	case activity.SwiftCredit:
		return s.spokenCredit()
	}
	return ""
}

// spokenDecline: that it was declined, and what to do, by the row of the reason.
func (s scene) spokenDecline() spoken {
	d := s.Facts.Detail.Transaction
	if d == nil || !strings.EqualFold(s.Facts.State(), "DECLINED") {
		return ""
	}
	told := spokenWord(s.Catalogue.Word(reason.Declines, cmp.Or(d.Detailed, d.Decline)))
	if told == "" {
		return ""
	}
	var of spoken
	if amount := spokenAmount(d.Amount); amount != "" {
		of = " of " + amount
	}
	return "Your card payment" + of + s.spokenOn() + " was declined. " + told
}

// spokenCredit: what was credited and when; the amount of a message alone may not be
// the one that was.
func (s scene) spokenCredit() spoken {
	d := s.Facts.Detail.Swift
	if d == nil || d.Action != "" && !strings.EqualFold(d.Action, "credit") {
		return ""
	}
	var of spoken
	if amount := spokenAmount(d.Settled); amount != "" && !byMessage(*d) {
		of = " of " + amount
	}
	return "A payment to you" + of + " was credited by Wise" + s.spokenOn() + "."
}

// spokenOn is the past day on which it happened, in the company's zone; empty when it
// is not known.
func (s scene) spokenOn() spoken {
	at := s.Facts.Since()
	if at.IsZero() || at.After(s.Now) || s.Company == nil {
		return ""
	}
	return " on " + spokenDay(at, s.Company) + spokenZone(at, s.Company)
}
