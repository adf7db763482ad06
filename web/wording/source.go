package wording

import (
	"slices"
	"time"

	"transferdesk/internal/evidence"
	"transferdesk/internal/when"
)

// Senders are the subscriptions that told of an event, where there are several: each
// one sends its own copy.
func Senders(sources []evidence.Source) []string {
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

// FirstArrival is when we first heard of it.
func FirstArrival(sources []evidence.Source) time.Time {
	var first time.Time
	for _, src := range sources {
		if first.IsZero() || src.ReceivedAt.Before(first) {
			first = src.ReceivedAt
		}
	}
	return first
}

// Lateness is how long after it happened we first heard of it; "" where that is usual.
func Lateness(at evidence.Moment, sources []evidence.Source) string {
	first := FirstArrival(sources)
	if at.By != evidence.Occurred || first.IsZero() || first.Sub(at.Time) < lateAfter {
		return ""
	}
	return when.Age(first.Sub(at.Time))
}

// Repeats counts the further arrivals and copies of an event: 0 is seen once. A
// delivery whose arrivals were not counted came at least once.
func Repeats(sources []evidence.Source, arrivals map[int64]int) int {
	n := 0
	for _, src := range sources {
		n += max(1, arrivals[src.Delivery])
	}
	return max(0, n-1)
}

// Deliveries are the ids of the deliveries that told of an event, each a page under /events.
func Deliveries(sources []evidence.Source) []int64 {
	ids := make([]int64, 0, len(sources))
	for _, src := range sources {
		ids = append(ids, src.Delivery)
	}
	return ids
}

// lateAfter is how long after it happened an event must arrive to be called late:
// Wise's first four retries lie within it, which are nothing to wonder at.
const lateAfter = 15 * time.Minute
