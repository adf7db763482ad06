package reason

import "strings"

// Catalogue finds the card of a code. The zero Catalogue knows none.
type Catalogue struct {
	cards
	builtin cards // as the product comes with them
	words   map[Table]rows
}

// cards are the cards of both kinds.
type cards struct {
	failures  map[string]Card
	cases     map[string]CaseCard
	order     []string // the failure codes in the order of Wise's own table, those that leads added after them
	caseOrder []string // the same of the cases
}

// Builtin gives the cards that come with the product: one for each of the 34
// payout-failure codes and for each active case that has ever been named.
// Beside them stand the tables of codes that concern no transfer.
func Builtin() Catalogue {
	c := newCatalogue(failureCards(), caseCards())
	c.words = tables()
	return c
}

// newCatalogue indexes the cards: failures by their code as Wise spells it,
// cases without regard to case.
func newCatalogue(failures []Card, cases []CaseCard) Catalogue {
	c := Catalogue{cards: cards{failures: map[string]Card{}, cases: map[string]CaseCard{}}}
	for _, card := range failures {
		card.Known = true
		c.failures[card.Code] = card
		c.order = append(c.order, card.Code)
	}
	for _, card := range cases {
		card.Known = true
		c.cases[card.Code] = card
		c.caseOrder = append(c.caseOrder, card.Code)
	}
	c.builtin = c.cards
	return c
}

// Failure gives the card of a payout-failure code. A code without a card gets
// one that stays at the desk: we ask Wise what it means. All that are locked have
// one card, whatever anybody wrote about them.
func (c Catalogue) Failure(code string) Card {
	if code == LockedCode || IsLocked(code) {
		return lockedFailure()
	}
	if card, ok := c.failures[code]; ok {
		return card
	}
	return unknownFailure(code)
}

// Case gives the card of an active-case code, compared without regard to case.
func (c Catalogue) Case(code string) CaseCard {
	if code == LockedCode || IsLocked(code) {
		return lockedCase()
	}
	if card, ok := c.cases[strings.ToLower(code)]; ok {
		card.Code = code
		return card
	}
	return unknownCase(code)
}

// Failures gives the cards of all known payout-failure codes, in the order of
// Wise's own table, the two newer ones last, and then those that leads added.
func (c Catalogue) Failures() []Card {
	cards := make([]Card, 0, len(c.order))
	for _, code := range c.order {
		cards = append(cards, c.failures[code])
	}
	return cards
}

// Cases gives the cards of all known active cases, in the order of the table, and
// then those that leads added.
func (c Catalogue) Cases() []CaseCard {
	cards := make([]CaseCard, 0, len(c.caseOrder))
	for _, code := range c.caseOrder {
		cards = append(cards, c.cases[code])
	}
	return cards
}
