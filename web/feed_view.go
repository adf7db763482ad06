package web

import (
	"slices"
	"time"

	"transferdesk/internal/feed"
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
)

// readFeed says how fresh pages can be: what came last and whether it has gone
// quiet, judged by the event types that the page rests on (none named: all), and
// what is accepted and not projected yet.
func readFeed(r *store.Reader, face clockface, types ...string) (*templates.Feed, error) {
	records, err := r.Feeds()
	if err != nil {
		return nil, err
	}
	waiting, _, err := r.Backlog()
	if err != nil {
		return nil, err
	}
	view := feedView(feed.Of(records, types...), face)
	view.Waiting = waiting
	for _, name := range types {
		if len(feed.Of(records, name)) == 0 {
			view.Never = append(view.Never, name)
		}
	}
	return &view, nil
}

// feedView puts the health of feeds into words. Of several types one may be quiet
// while others speak: it is named, since what it would tell is missing.
func feedView(records []feed.Record, face clockface) templates.Feed {
	all := feed.Together(records).Judge(face.now)
	view := templates.Feed{Last: face.at(all.Last), Usual: usualGap(all)}
	if all.State == feed.Quiet {
		view.Quiet = when.Age(all.Silence)
		return view
	}
	for _, name := range typesOf(records) {
		if h := feed.Together(feed.Of(records, name)).Judge(face.now); h.State == feed.Quiet {
			view.Stopped = append(view.Stopped, templates.StoppedFeed{Type: name, For: when.Age(h.Silence), Usual: usualGap(h)})
		}
	}
	return view
}

// usualGap is the usual gap in words; "" when there are too few to say.
func usualGap(h feed.Health) string {
	if h.State != feed.Well && h.State != feed.Quiet {
		return ""
	}
	if h.Usual < time.Second {
		return "under 1 s"
	}
	return when.Age(h.Usual)
}

// typesOf lists the event types of the records, each once, in their order.
func typesOf(records []feed.Record) []string {
	var names []string
	for _, r := range records {
		if r.Type != "" && !slices.Contains(names, r.Type) {
			names = append(names, r.Type)
		}
	}
	return names
}
