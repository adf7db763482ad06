package web

import (
	"slices"

	"transferdesk/internal/evidence"
)

// senders are the subscriptions that told of an event, where there are several: each
// one sends its own copy.
func senders(sources []evidence.Source) []string {
	var all []string
	for _, src := range sources {
		if src.Subscription != "" {
			all = append(all, src.Subscription)
		}
	}
	slices.Sort(all)
	if all = slices.Compact(all); len(all) < 2 {
		return nil
	}
	return all
}
