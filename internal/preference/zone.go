package preference

import (
	_ "embed" // for the list of zones
	"slices"
	"strings"
	"sync"
	"time"
)

// UTC is the one zone that is not a place.
const UTC = "UTC"

//go:embed zones.txt
var zonesText string

// Zone is a time zone that can be chosen.
type Zone struct {
	Name    string // of IANA: "Europe/Berlin"
	Region  string // "Europe"
	City    string // "Berlin"; "Buenos Aires, Argentina" keeps what is between
	Country string // "Germany", in English
}

// zones is the list, read once: what can be chosen, and older names for it.
var zones = sync.OnceValue(readZones)

type zoneList struct {
	all   []Zone            // by name
	older map[string]string // to the name that is listed
}

// Zones gives every zone but UTC, by region and city.
func Zones() []Zone { return zones().all }

// IsZone says whether name can be chosen: one of Zones, UTC, or empty for the company's.
func IsZone(name string) bool {
	if name == "" || name == UTC {
		return true
	}
	_, found := slices.BinarySearchFunc(zones().all, name, func(z Zone, name string) int { return strings.Compare(z.Name, name) })
	return found
}

// named gives the name that is listed for an older one.
func named(older string) (name string, known bool) {
	name, known = zones().older[older]
	return name, known
}

// Location finds a zone's clock. Empty, and a zone that this machine does not know,
// give the company's: a page with times in a zone that it names is better than none.
func Location(name string, company *time.Location) *time.Location {
	if name == "" || !IsZone(name) {
		return company
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return company
	}
	return zone
}

func readZones() zoneList {
	list := zoneList{older: map[string]string{}}
	for line := range strings.Lines(zonesText) {
		line = strings.TrimSuffix(line, "\n")
		name, rest, _ := strings.Cut(line, "\t")
		older, isOlder := strings.CutPrefix(name, ">")
		switch {
		case strings.HasPrefix(line, "#"):
		case isOlder:
			list.older[older] = rest
		default:
			list.all = append(list.all, zoneOf(name, rest))
		}
	}
	return list
}

// zoneOf reads the region and the city off a name.
func zoneOf(name, country string) Zone {
	region, city, _ := strings.Cut(name, "/")
	if between, last, nested := strings.Cut(city, "/"); nested {
		city = last + ", " + between
	}
	return Zone{Name: name, Region: region, City: strings.ReplaceAll(city, "_", " "), Country: country}
}
