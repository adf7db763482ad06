package subscription

import (
	"maps"
	"slices"

	"transferdesk/internal/feed"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// strays are the subscriptions that events name and no stored list does.
func (v view) strays(face front.Face) (rows []templates.StrayRow) {
	listed := map[string]bool{}
	for _, list := range v.lists() {
		for _, s := range list.Value {
			listed[s.ID] = true
		}
	}
	last := map[string]feed.Record{}
	types := map[string][]string{}
	for _, r := range v.records {
		if r.Subscription != "" && !listed[r.Subscription] {
			types[r.Subscription] = append(types[r.Subscription], r.Type)
			last[r.Subscription] = feed.Together([]feed.Record{last[r.Subscription], r})
		}
	}
	for _, id := range slices.SortedFunc(maps.Keys(types), func(a, b string) int { return last[b].Last.Compare(last[a].Last) }) {
		rows = append(rows, templates.StrayRow{ID: id, Types: types[id], Last: face.At(last[id].Last), Count: last[id].Arrivals})
	}
	return rows
}

// straysWhy says what they may be.
func (v view) straysWhy() string {
	if !v.app.Known {
		return "Wise’s list of the application’s subscriptions is not known, so nobody can say whose these are. That events come is sure."
	}
	return "No list names them: they are a profile’s whose list was not asked for, or they were deleted since."
}
