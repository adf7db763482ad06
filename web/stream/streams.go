// Package stream is what open pages hear while they are open: that something has changed,
// and who else is there. It is /live; what acts and the projector change is told to it.
package stream

import "transferdesk/web/front"

// Streams are the open answers to /live, and what they are told.
type Streams struct {
	*front.House
	pace Pace
}

// New makes them for a house. Streams that are open keep the pace that they began with.
func New(house *front.House, pace Pace) *Streams { return &Streams{House: house, pace: pace} }
