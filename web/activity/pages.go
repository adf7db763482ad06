// Package activity is the pages of all else around an account: cards, verification,
// incoming payments, disputes, support cases and the rest, one thing with its history and
// the lists of them, and the same in JSON. They stand under /activity, below customers,
// and /settlements. A customer's page, a search and a case are made of the same parts.
package activity

import (
	"transferdesk/internal/reason"
	"transferdesk/web/front"
)

// Pages are the pages of activity, and their JSON.
type Pages struct {
	*front.House
	cards func() reason.Catalogue
}

// New makes the pages for a house. cards is the catalogue that a request is answered with.
func New(house *front.House, cards func() reason.Catalogue) *Pages {
	return &Pages{House: house, cards: cards}
}
