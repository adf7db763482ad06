package wise

import (
	"maps"
	"slices"
)

// EventTypes are the event types that Wise documents today, read or kept, in
// alphabetical order.
func EventTypes() []string {
	names := slices.AppendSeq(slices.Collect(maps.Keys(shapes)), maps.Keys(keptTypes))
	slices.Sort(names)
	return slices.Compact(names)
}
