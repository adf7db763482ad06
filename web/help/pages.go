// Package help is the page that explains what the others say: Wise's states, the stages of
// what came back, what can be searched for, who may do what. /help/design shows each part
// that pages are made of.
package help

import "transferdesk/web/front"

// Pages are the pages of the help.
type Pages struct{ *front.House }

// New makes the pages for a house.
func New(house *front.House) *Pages { return &Pages{house} }
