// Package subscription is the pages on which leads and admins see and change what Wise
// sends: the application's and a profile's subscriptions, what comes by them and what is
// missing, tests of them. They stand under /admin/subscriptions.
package subscription

import "transferdesk/web/front"

// Pages are the pages and forms of Wise's subscriptions.
type Pages struct{ *front.House }

// New makes the pages for a house.
func New(house *front.House) *Pages { return &Pages{house} }
