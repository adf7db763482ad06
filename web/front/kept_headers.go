package front

import (
	"encoding/json"
	"maps"
	"slices"

	"transferdesk/templates"
)

// HeaderLines reads the kept headers; what cannot be read is left out.
func HeaderLines(text string) (lines []templates.Header) {
	kept := map[string]string{}
	if json.Unmarshal([]byte(text), &kept) != nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(kept)) {
		lines = append(lines, templates.Header{Name: name, Value: kept[name]})
	}
	return lines
}
