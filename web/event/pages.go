// Package event is the pages of the journal: every event that came, what became of it and
// why, how it is applied again, set aside or attached, and what was refused at the door.
// They stand under /events, and in the JSON under /api/v1/events.
package event

import "transferdesk/web/front"

// Pages are the pages and forms of events, and their JSON.
type Pages struct{ *front.House }

// New makes the pages for a house.
func New(house *front.House) *Pages { return &Pages{house} }
