package wise

import (
	"maps"
	"slices"
)

// EventTypes are the event types that Wise documents today, all of which are read,
// in alphabetical order.
func EventTypes() []string { return slices.Sorted(maps.Keys(shapes)) }
