// Package system is the page on which an admin sees how the server is: whether events
// come, are read and are kept, and how Wise's API has been. It is /admin/system.
package system

import "transferdesk/web/front"

// Pages are the page of the system.
type Pages struct{ *front.House }

// New makes the pages for a house.
func New(house *front.House) *Pages { return &Pages{house} }
