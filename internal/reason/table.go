package reason

import (
	"maps"
	"path"
	"slices"
	"strings"
)

// rows is one table with its codes indexed.
type rows struct {
	words    []Word
	exact    map[string]Word // by the plain code
	patterns []Word          // those with a *, in their order
}

// tables gives every table.
func tables() map[Table]rows {
	return map[Table]rows{
		BalanceStates:    rowsOf(balanceStates()),
		Batches:          rowsOf(batches()),
		CardFees:         rowsOf(cardFees()),
		CardOrders:       rowsOf(cardOrders()),
		CardProductions:  rowsOf(cardProductions()),
		CardStatuses:     rowsOf(cardStatuses()),
		CardSteps:        rowsOf(cardSteps()),
		CardTransactions: rowsOf(cardTransactions()),
		CardTypes:        rowsOf(cardTypes()),
		CaseStatuses:     rowsOf(caseStatuses()),
		CaseTypes:        rowsOf(caseTypes()),
		CDDStates:        rowsOf(cddStates()),
		Declines:         rowsOf(declines()),
		DetailsOrders:    rowsOf(detailsOrders()),
		DetailsPayments:  rowsOf(detailsPayments()),
		DisputeReasons:   rowsOf(disputeReasons()),
		DisputeStates:    rowsOf(disputeStates()),
		Evidences:        rowsOf(evidences()),
		HoldLimits:       rowsOf(holdLimits()),
		HoldLimitEnds:    rowsOf(holdLimitEnds()),
		KYCReviews:       rowsOf(kycReviews()),
		Outcomes:         rowsOf(outcomes()),
		ProfileStates:    rowsOf(profileStates()),
		RecipientStates:  rowsOf(recipientStates()),
		Requirements:     rowsOf(requirements()),
		SwiftMessages:    rowsOf(swiftMessages()),
		Triggers:         rowsOf(triggers()),
		Verifications:    rowsOf(verifications()),
	}
}

// Tables names every table, in alphabetical order.
func (c Catalogue) Tables() []Table { return slices.Sorted(maps.Keys(c.words)) }

// Words gives the rows of a table, in its order.
func (c Catalogue) Words(t Table) []Word { return slices.Clone(c.words[t].words) }

// Word gives the row of a code, compared without regard to case and to what parts
// its words. A code's own row comes before a pattern's. A code without a row stays
// at the desk; one that belongs to what is locked is locked in whichever table it
// is looked up.
func (c Catalogue) Word(t Table, code string) Word {
	if IsLocked(code) {
		return lockedWord(code)
	}
	w, ok := c.words[t].find(plainCode(code))
	if !ok {
		return unknownWord(code)
	}
	w.Code, w.Known = code, true
	return w
}

// find gives the row of a plain code.
func (r rows) find(plain string) (Word, bool) {
	if w, ok := r.exact[plain]; ok {
		return w, true
	}
	for _, w := range r.patterns {
		if matched, err := path.Match(plainCode(w.Code), plain); err == nil && matched {
			return w, true
		}
	}
	return Word{}, false
}

// rowsOf indexes the rows of a table.
func rowsOf(words []Word) rows {
	r := rows{words: words, exact: map[string]Word{}}
	for _, w := range words {
		if strings.Contains(w.Code, "*") {
			r.patterns = append(r.patterns, w)
			continue
		}
		r.exact[plainCode(w.Code)] = w
	}
	return r
}
