package front

import (
	"sync"
	"time"

	"transferdesk/internal/preference"
	"transferdesk/internal/when"
)

// zoneClocks keeps the zones that readers have chosen, since finding one reads a file.
// There are as many as preference.Zones has at most.
type zoneClocks struct {
	mu    sync.Mutex // guards known
	known map[string]*time.Location
}

func newZoneClocks() *zoneClocks { return &zoneClocks{known: map[string]*time.Location{}} }

// of finds a reader's zone; the company's where none was chosen.
func (z *zoneClocks) of(name string, company *time.Location) *time.Location {
	if name == "" || !preference.IsZone(name) {
		return company
	}
	z.mu.Lock()
	defer z.mu.Unlock()
	zone, found := z.known[name]
	if !found {
		zone = preference.Location(name, company)
		z.known[name] = zone
	}
	return zone
}

// ZoneText names a reader's zone at the foot of a page: "UTC", or with what it is from
// UTC now: "Europe/Berlin, now UTC+1".
func ZoneText(face Face) string {
	name, offset := face.Zone.String(), when.Offset(face.Now, face.Zone)
	if name == offset {
		return name
	}
	return name + ", now " + offset
}
