package web

import (
	"time"

	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
)

// became is one kind of count over the events, in the order of the page.
type became struct {
	key, label string
	filter     string // the status by which /events shows these; empty: none does
	tone       templates.Tone
}

func becameKinds() []became {
	return []became{
		{store.StatusApplied, "applied", store.StatusApplied, "done"},
		{store.StatusDuplicate, "duplicate", store.StatusDuplicate, "neutral"},
		{store.BecameOutOfOrder, "out of order", "", "neutral"},
		{store.StatusKept, "kept", store.StatusKept, "neutral"},
		{store.StatusTest, "test", store.StatusTest, "neutral"},
		{store.StatusQuarantined, "quarantined", store.StatusQuarantined, "problem"},
	}
}

// readArrivals counts what arrived in the span before now, which is whole minutes,
// the present one among them.
func readArrivals(r *store.Reader, face clockface, heading string, span time.Duration) (templates.ArrivalCounts, error) {
	since := face.now.Add(time.Minute - span)
	counts, err := r.Became(since)
	if err != nil {
		return templates.ArrivalCounts{}, err
	}
	rejected, err := r.RejectedSince(since.Truncate(time.Minute))
	if err != nil {
		return templates.ArrivalCounts{}, err
	}
	view := templates.ArrivalCounts{Heading: heading}
	for _, k := range becameKinds() {
		count := templates.Count{Label: k.label, N: counts[k.key], Tone: k.tone}
		if k.filter != "" {
			count.Href = "/events?status=" + k.filter
		}
		view.Counts = append(view.Counts, count)
	}
	view.Counts = append(view.Counts, templates.Count{
		Label: "rejected", N: rejected, Least: rejected == store.MaxRejected, Tone: "problem",
	})
	return view, nil
}

// readLag says what is accepted and not projected yet.
func readLag(r *store.Reader, face clockface) (templates.Lag, error) {
	waiting, oldest, err := r.Backlog()
	lag := templates.Lag{Waiting: waiting}
	if err == nil && waiting > 0 {
		lag.Oldest = when.Age(face.now.Sub(oldest))
	}
	return lag, err
}
