package front

import (
	"net/url"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
)

// became is one kind of count over the events, in the order of the page.
type became struct {
	label  string
	keys   []string // of the counts that add up to it
	filter []string // the statuses by which /events shows just these; empty: none do
	tone   templates.Tone
}

// becameKinds: a duplicate may be a body that came again, which is no row of its own,
// so that no list shows just these.
func becameKinds() []became {
	return []became{
		{"applied", []string{store.StatusApplied, store.BecameOutOfOrder}, []string{store.StatusApplied}, "done"},
		{"out of order among them", []string{store.BecameOutOfOrder}, nil, "neutral"},
		{"duplicate", []string{store.StatusDuplicate}, nil, "neutral"},
		{"kept", []string{store.StatusKept}, []string{store.StatusKept}, "neutral"},
		{"test", []string{store.StatusTest}, []string{store.StatusTest}, "neutral"},
		{"quarantined", []string{store.StatusQuarantined}, []string{store.StatusQuarantined, store.StatusSetAside}, "problem"},
	}
}

// ReadArrivals counts what Wise sent in the span before now, which is whole minutes,
// the present one among them; what we asked for is not among it. A number leads to its rows, of the same span.
func ReadArrivals(r *store.Reader, who auth.Actor, face Face, heading string, span time.Duration) (templates.ArrivalCounts, error) {
	since := face.Now.Add(time.Minute - span).Truncate(time.Minute)
	counts, err := r.Became(since)
	if err != nil {
		return templates.ArrivalCounts{}, err
	}
	rejected, err := r.RejectedSince(since)
	if err != nil {
		return templates.ArrivalCounts{}, err
	}
	view := templates.ArrivalCounts{Heading: heading}
	for _, k := range becameKinds() {
		count := templates.Count{Label: k.label, Tone: k.tone}
		for _, key := range k.keys {
			count.N += counts[key]
		}
		if len(k.filter) > 0 {
			count.Href = Address("/events", url.Values{"since": {when.RFC(since)}, "source": {string(store.FromWebhook)}, "status": k.filter})
		}
		view.Counts = append(view.Counts, count)
	}
	refused := templates.Count{Label: "rejected", N: rejected, Least: rejected == store.MaxRejected, Tone: "problem"}
	if who.May(auth.ViewRejected) {
		refused.Href = "/events/rejected"
	}
	view.Counts = append(view.Counts, refused)
	return view, nil
}

// ReadLag says what is accepted and not projected yet.
func ReadLag(r *store.Reader, face Face) (templates.Lag, error) {
	waiting, oldest, err := r.Backlog()
	lag := templates.Lag{Waiting: waiting}
	if err == nil && waiting > 0 {
		lag.Oldest = when.Age(face.Now.Sub(oldest))
	}
	return lag, err
}
