// Package settings is the page on which people choose how they like to read: time zone,
// theme, density, single keys. It is /settings.
package settings

import "transferdesk/web/front"

// Pages are the page of the settings and its form.
type Pages struct{ *front.House }

// New makes the pages for a house.
func New(house *front.House) *Pages { return &Pages{house} }
