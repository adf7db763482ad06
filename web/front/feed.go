package front

import (
	"slices"
	"time"

	"transferdesk/internal/feed"
	"transferdesk/internal/when"
	"transferdesk/store"
	"transferdesk/templates"
)

// ReadFeed says how fresh pages can be: what came last and whether it has gone
// quiet, judged by the event types that the page rests on (none named: all), and
// what is accepted and not projected yet.
func ReadFeed(r *store.Reader, face Face, types ...string) (*templates.Feed, error) {
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
func feedView(records []feed.Record, face Face) templates.Feed {
	all := feed.Together(records).Judge(face.Now)
	view := templates.Feed{Last: face.At(all.Last), Usual: UsualGap(all)}
	if all.State == feed.Quiet {
		view.Quiet = when.Age(all.Silence)
		return view
	}
	for _, name := range TypesOf(records) {
		if h := feed.Together(feed.Of(records, name)).Judge(face.Now); h.State == feed.Quiet {
			view.Stopped = append(view.Stopped, templates.StoppedFeed{Type: name, For: when.Age(h.Silence), Usual: UsualGap(h)})
		}
	}
	return view
}

// UsualGap is the usual gap in words; "" when there are too few to say.
func UsualGap(h feed.Health) string {
	if h.State != feed.Well && h.State != feed.Quiet {
		return ""
	}
	if h.Usual < time.Second {
		return "under 1 s"
	}
	return when.Age(h.Usual)
}

// TypesOf lists the event types of the records, each once, in their order.
func TypesOf(records []feed.Record) []string {
	var names []string
	for _, r := range records {
		if r.Type != "" && !slices.Contains(names, r.Type) {
			names = append(names, r.Type)
		}
	}
	return names
}
