package answer

import (
	"strings"

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
	open := l.Facts.OpenCases()
	if len(open) == 0 {
		return usual
	}
	card := l.Catalogue.Case(open[0].Code)
	if l.isCovered(open[0]) {
		return "Wise has an open case (" + lowerFirst(card.Title) + ") and has converted the money: ask Wise whether it still stands."
	}
	return "Wise has an open case (" + lowerFirst(card.Title) + "). " + card.Ask
}

// isCovered says whether a case about a missing part is listed though the money was
// converted: then nobody is asked to pay, since the next step is Wise's.
func (l life) isCovered(c transfer.Case) bool {
	return strings.EqualFold(c.Code, reason.DepositTooSmall) && l.is(transfer.FundsConverted)
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
		if card := l.Catalogue.Case(c.Code); !l.settledByUs(card) && !l.isCovered(c) {
			texts = append(texts, spokenCase(card))
		}
	}
	return texts
}

// settledByUs says whether the case asks something of the payer, and that is us.
func (l life) settledByUs(card reason.CaseCard) bool { return l.weFund() && card.Who == reason.Sender }
