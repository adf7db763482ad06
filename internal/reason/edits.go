package reason

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// With lays what leads wrote over the cards: of each code the version with the
// highest number counts. The catalogue itself stays as it is. A code without a
// built-in card gets one; one that is locked gets none.
func (c Catalogue) With(edits []Edit) Catalogue {
	c.failures, c.cases = maps.Clone(c.failures), maps.Clone(c.cases)
	c.order, c.caseOrder = slices.Clone(c.order), slices.Clone(c.caseOrder)
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int {
		return cmp.Compare(a.Version, b.Version)
	})
	for _, e := range edits {
		switch {
		case e.Code == LockedCode || IsLocked(e.Code):
		case e.Kind == OfFailure:
			c.layFailure(e)
		case e.Kind == OfCase:
			c.layCase(e)
		}
	}
	c.order = slices.DeleteFunc(c.order, func(code string) bool { _, there := c.failures[code]; return !there })
	c.caseOrder = slices.DeleteFunc(c.caseOrder, func(code string) bool { _, there := c.cases[code]; return !there })
	return c
}

// layFailure puts one version in the place of the card that was there.
func (c *Catalogue) layFailure(e Edit) {
	card, builtin := c.builtin.failures[e.Code]
	if e.Builtin && !builtin {
		delete(c.failures, e.Code)
		return
	}
	if !builtin {
		card = unknownFailure(e.Code)
		card.Known, card.Mark = true, Written
	}
	if !e.Builtin {
		by := e.Edited
		card.Edited = &by
		if e.Unreadable {
			card.Openness, card.CustomerWhy, card.CustomerNext, card.DeskNote = Internal, "", "", unreadable
		} else {
			card = card.written(e.Writing)
		}
	}
	if !slices.Contains(c.order, e.Code) {
		c.order = append(c.order, e.Code)
	}
	c.failures[e.Code] = card
}

// layCase puts one version in the place of the card that was there.
func (c *Catalogue) layCase(e Edit) {
	code := strings.ToLower(e.Code)
	card, builtin := c.builtin.cases[code]
	if e.Builtin && !builtin {
		delete(c.cases, code)
		return
	}
	if !builtin {
		card = unknownCase(code)
		card.Known, card.Mark = true, Written
	}
	if !e.Builtin {
		by := e.Edited
		card.Edited = &by
		if e.Unreadable {
			card.Openness, card.CustomerText, card.DeskNote = Internal, "", unreadable
		} else {
			card = card.written(e.Writing)
		}
	}
	if !slices.Contains(c.caseOrder, code) {
		c.caseOrder = append(c.caseOrder, code)
	}
	c.cases[code] = card
}

// unreadable is the note of a card whose version cannot be read.
const unreadable = "What a lead wrote on this card cannot be read. Until it is written again, no cause is given to customers."

// Quiet is the catalogue while nobody knows what leads have written: the cards are
// there for the desk, and none of them has words for a customer.
func (c Catalogue) Quiet() Catalogue {
	c.failures, c.cases = maps.Clone(c.failures), maps.Clone(c.cases)
	for code, card := range c.failures {
		card.Openness, card.CustomerWhy, card.CustomerNext = Internal, "", ""
		c.failures[code] = card
	}
	for code, card := range c.cases {
		card.Openness, card.CustomerText = Internal, ""
		c.cases[code] = card
	}
	return c
}

// Builtin is the catalogue as the product comes with it, without what leads wrote.
func (c Catalogue) Builtin() Catalogue {
	plain := newCatalogue(nil, nil)
	plain.failures, plain.cases, plain.words, plain.builtin = c.builtin.failures, c.builtin.cases, c.words, c.builtin
	plain.order, plain.caseOrder = c.builtin.order, c.builtin.caseOrder
	return plain
}
