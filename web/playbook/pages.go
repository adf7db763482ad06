// Package playbook is the pages of what the desk says of Wise's codes: the list of cards,
// one card with the transfers that had its code, its versions, and the form by which
// leads write on it. They stand under /reasons.
package playbook

import (
	"context"

	"transferdesk/internal/reason"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// Pages are the pages and forms of the playbook.
type Pages struct {
	*front.House
	cards     func() reason.Catalogue
	reread    func(context.Context)
	transfers Transfers
}

// Transfers makes rows of a list of transfers, in its order.
type Transfers func(r *store.Reader, list []transfer.Facts, face front.Face) ([]templates.TransferRow, error)

// New makes the pages for a house. cards is the catalogue that a request is answered
// with, and reread reads the playbook again after a change.
func New(house *front.House, cards func() reason.Catalogue, reread func(context.Context), transfers Transfers) *Pages {
	return &Pages{House: house, cards: cards, reread: reread, transfers: transfers}
}
