package answer

import (
	"slices"
	"time"

	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
)

// failures are all payout failures in words, by attempt, the latest first.
func failures(l life) []Failure {
	var out []Failure
	for _, f := range slices.Backward(l.Facts.Failures) {
		out = append(out, Failure{
			Card:      l.cardOf(f.Code),
			At:        f.At,
			BySent:    f.BySent,
			Attempt:   f.Attempt,
			Current:   f.Attempt == l.Facts.Attempt(),
			Described: f.Description,
			Evidence:  f.Evidence,
		})
	}
	return out
}

// cases are the active cases in words, those that are stale among them. A case
// that asks the payer for money asks us where we fund.
func cases(l life) []Case {
	var out []Case
	for _, c := range l.Facts.Cases {
		card := l.Catalogue.Case(c.Code)
		if l.settledByUs(card) {
			card.Who = reason.Us
		}
		out = append(out, Case{Card: card, Since: c.Since, Stale: l.Facts.Stale(c), Evidence: c.Evidence})
	}
	return out
}

// visitBefore finds the last visit of a state before an index, -1 for none.
func visitBefore(visits []transfer.Visit, state transfer.State, end int) int {
	for i := end - 1; i >= 0; i-- {
		if visits[i].State == state {
			return i
		}
	}
	return -1
}

// timeOf is when the visit with that index began; zero for -1, and where only asking
// told of it.
func timeOf(visits []transfer.Visit, i int) time.Time {
	if i < 0 {
		return time.Time{}
	}
	return began(visits[i])
}
