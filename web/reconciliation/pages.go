// Package reconciliation is the page of the rounds that ask Wise what its webhooks have
// missed: what they found, whom they could not ask for, and what has become of it. It
// stands under /admin/reconciliation.
package reconciliation

import "transferdesk/web/front"

// Pages are the page of the rounds and its forms.
type Pages struct{ *front.House }

// New makes the pages for a house.
func New(house *front.House) *Pages { return &Pages{house} }
