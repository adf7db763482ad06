// Package login is how people come in and go: the log-in page, signing out, and the page
// on which the first admin of an empty server is made.
package login

import "transferdesk/web/front"

// Pages are the pages and forms of coming in.
type Pages struct{ *front.House }

// New makes the pages for a house.
func New(house *front.House) *Pages { return &Pages{house} }
