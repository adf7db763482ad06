package settings

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/preference"
	"transferdesk/internal/when"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// longestZone is how much of a typed zone comes back, in bytes.
const longestZone = 64

// zoneGroups are all zones to choose from, by region and then by city, each with what
// it is from UTC now. What was typed and is none of them stands among them, so that it
// is not lost.
func zoneGroups(chosen string, now time.Time) []templates.OptionGroup {
	var groups []templates.OptionGroup
	for _, z := range preference.Zones() {
		if len(groups) == 0 || groups[len(groups)-1].Label != z.Region {
			groups = append(groups, templates.OptionGroup{Label: z.Region})
		}
		last := &groups[len(groups)-1]
		last.Options = append(last.Options, templates.SelectOption{Value: z.Name, Text: zoneName(z) + " (" + offsetOf(z.Name, now) + ")", Chosen: z.Name == chosen})
	}
	for i := range groups {
		slices.SortFunc(groups[i].Options, func(a, b templates.SelectOption) int { return strings.Compare(a.Text, b.Text) })
	}
	if !preference.IsZone(chosen) {
		typed := front.CutText(chosen, longestZone)
		groups = append(groups, templates.OptionGroup{Label: "Not known", Options: []templates.SelectOption{{Value: typed, Text: typed, Chosen: true}}})
	}
	return groups
}

// zoneName begins with the city, which is what people type to find it.
func zoneName(z preference.Zone) string {
	if z.City == z.Country || strings.HasSuffix(z.City, ", "+z.Country) {
		return z.City
	}
	return z.City + ", " + z.Country
}

// offsetOf is what a zone is from UTC now.
func offsetOf(name string, now time.Time) string {
	return when.Offset(now, preference.Location(name, time.UTC))
}
