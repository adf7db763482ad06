package answer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// reopened gives the headline, and says a step back outright where this state is one.
func (l life) reopened(plain, short string) []string {
	if !l.held.Rollback {
		return []string{plain, short}
	}
	lead := "Taken back on " + l.day(l.held.At) + ": "
	switch l.held.From {
	case transfer.Cancelled:
		lead = "Reopened on " + l.day(l.held.At) + ": "
	case transfer.ChargedBack:
		lead = "Charge-back taken back on " + l.day(l.held.At) + ": "
	}
	return []string{lead + lowerFirst(plain), lead + lowerFirst(short)}
}

// nextOr names the open case that somebody has to settle; without one, the usual next step.
func (l life) nextOr(usual string) string {
	for _, c := range l.Facts.OpenCases() {
		card := l.Catalogue.Case(c.Code)
		return "Wise has an open case (" + lowerFirst(card.Title) + "). " + card.Ask
	}
	return usual
}

// caseRests is what the sentences about open cases rest on.
func (l life) caseRests() evidence.IDs {
	var rests evidence.IDs
	for _, c := range l.Facts.OpenCases() {
		rests = evidence.Union(rests, c.Evidence)
	}
	return rests
}

// caseTexts are the sentences about open cases that the customer may be told.
func (l life) caseTexts() []spoken {
	var texts []spoken
	for _, c := range l.Facts.OpenCases() {
		if card := l.Catalogue.Case(c.Code); !l.settledByUs(card) {
			texts = append(texts, spokenCase(card))
		}
	}
	return texts
}

// settledByUs says whether the case asks something of the payer, and that is us.
func (l life) settledByUs(card reason.CaseCard) bool { return l.weFund() && card.Who == reason.Sender }
