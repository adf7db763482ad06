package answer

import (
	"strings"

	"transferdesk/internal/evidence"
	"transferdesk/internal/transfer"
)

// The reason line where nothing has failed, and what an open case adds to a row that
// is not about it.

// nothingFailed is the reason line where there is none to give.
const nothingFailed = "Nothing has failed, as far as Wise has told us."

// nothingWrong says that nothing has failed, or not since the last failure, and names
// the open cases.
func (l life) nothingWrong() string {
	why := nothingFailed
	switch {
	case l.failed:
		why = "Wise met a technical delay on " + l.day(l.failure.At) + " and has gone on since, as far as it has told us."
	case l.is(transfer.OutgoingPaymentSent) && len(l.Facts.Failures) > 0:
		why = "Nothing has failed since it was paid out, as far as Wise has told us."
	}
	if open := l.titles(l.namedCases()); open != "" {
		why += " Wise names an open case: " + open + "."
	}
	return why
}

// nothingWrongRests is what nothingWrong rests on, where that is more than the state:
// the last failure, which is over.
func (l life) nothingWrongRests() evidence.IDs {
	if n := len(l.Facts.Failures); n > 0 {
		return evidence.Union(l.held.Evidence, l.Facts.Failures[n-1].Evidence)
	}
	return nil
}

// namedCases are the open cases that the row itself speaks of: all while the money is
// on its way to be paid out, and none of those that were there before a payout.
func (l life) namedCases() []transfer.Case {
	at, _ := l.lastSent()
	var open []transfer.Case
	for _, c := range l.Facts.OpenCases() {
		if !c.Since.Before(at) {
			open = append(open, c)
		}
	}
	return open
}

// titles names cases in the middle of a sentence.
func (l life) titles(cases []transfer.Case) string {
	var out []string
	for _, c := range cases {
		out = append(out, lowerFirst(l.Catalogue.Case(c.Code).Title))
	}
	return strings.Join(out, "; ")
}

// caseFirst puts the case that came up since the payout before what remains to be done.
func (l life) caseFirst(usual string) string {
	open := l.namedCases()
	if len(open) == 0 {
		return usual
	}
	card := l.Catalogue.Case(open[0].Code)
	return "Wise has an open case (" + lowerFirst(card.Title) + "). " + card.Ask + " " + usual
}
