package answer

import (
	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// Rows: converted, in_process. The money is at Wise and nothing is wrong. Not to
// be said: "being checked", or anything else that Wise may be doing with it.

func isConverted(l life) bool { return l.is(transfer.FundsConverted) }
func isInProcess(l life) bool { return l.is(transfer.Processing) }

// sayConverted: with Wise in the target currency.
func sayConverted(l life) words {
	w := l.movingWords()
	w.tag = "Converted"
	w.since.lead = "Converted"
	w.since.event = true
	w.headline = l.dated(l.held, func(day string) []string {
		return l.reopened("Converted on "+day+", not paid out yet.", "Converted, not paid out yet.")
	}, "Converted, not paid out yet", ".")
	w.where = "At Wise, converted. It is not paid out yet."
	w.customer = append([]spoken{l.subject() + " is at Wise and has been converted; it is not paid out yet."}, l.caseTexts()...)
	return w
}

// sayInProcess: with Wise. What Wise does with it meanwhile is nobody's guess.
func sayInProcess(l life) words {
	w := l.movingWords()
	w.tag = "At Wise, in process"
	w.since.lead = "In process at Wise"
	w.headline = l.reopened("At Wise and in process; not paid out yet.", "At Wise and in process; not paid out yet.")
	w.where = "At Wise, in process. It is not paid out yet."
	w.customer = append([]spoken{l.subject() + " is at Wise and in process; it is not paid out yet."}, l.caseTexts()...)
	return w
}

// movingWords is what the two rows with the money at Wise have in common.
func (l life) movingWords() words {
	return words{
		tone:     Moving,
		rests:    l.held.Evidence,
		since:    sinceVisit("", false, l.held),
		why:      l.nothingWrong(),
		whyRests: l.nothingWrongRests(),
		whoRests: l.caseRests(),
		who:      reason.Wise,
		whoText:  l.movingWho(),
		next:     l.nextOr("The next step is Wise's; nothing is needed from the customer as far as Wise has told us."),
	}
}

// movingWho: an open case that asks something of somebody else is no "goes on with it".
func (l life) movingWho() string {
	for _, c := range l.Facts.OpenCases() {
		if l.Catalogue.Case(c.Code).Who != reason.Wise {
			return "Wise: it has the money, and names an open case that may hold it up."
		}
	}
	return "Wise: it has the money and goes on with it."
}
