package subscription

import (
	"net/url"
	"slices"

	"transferdesk/internal/feed"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// toldList is what Wise said of the subscriptions of a scope.
type toldList = store.Told[[]api.Subscription]

// covered is which subscriptions of a list are of one event type, by where they lead.
type covered map[place][]api.Subscription

func coveredBy(list []api.Subscription, event, ours string) covered {
	by := covered{}
	for _, s := range list {
		if s.Event == event {
			at := placeOf(s.URL, ours)
			by[at] = append(by[at], s)
		}
	}
	return by
}

// comes says whether events come by it, as far as can be told.
func (c covered) comes() bool { return len(c[here])+len(c[perhaps]) > 0 }

// coverageRows is event type by scope: all that are read, and what else is
// subscribed to or came.
func (p *Pages) coverageRows(v view, face front.Face) (rows []templates.CoverageRow) {
	names := make([]string, 0, len(eventUses))
	for _, use := range eventUses {
		names = append(names, use.name)
	}
	for _, name := range v.otherTypes() {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, name := range names {
		app, profile := coveredBy(v.app.Value, name, v.ours), coveredBy(v.profile().Value, name, v.ours)
		row := templates.CoverageRow{Type: name, Lost: lostWithout(name), Never: !p.Cfg.Projector.Upgrading()}
		row.Last = face.At(feed.Together(feed.Of(v.records, name)).Last)
		offers := wise.OffersOf(name)
		row.Application = coverageCell(scopeOf{offer: offers.Application, known: v.app.Known, others: "profiles", beside: profile.comes()}, app)
		if v.chosen == 0 {
			row.Profile = v.profilesCell(name, offers.Profile, app.comes())
		} else {
			row.Profile = coverageCell(scopeOf{offer: offers.Profile, known: v.profile().Known, others: "applications", beside: app.comes()}, profile)
		}
		p.offerTo(&row, v)
		rows = append(rows, row)
	}
	return rows
}

// otherTypes are those that stand in lists or came, in order.
func (v view) otherTypes() []string {
	names := front.TypesOf(v.records)
	for _, list := range v.lists() {
		for _, s := range list.Value {
			names = append(names, s.Event)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// offerTo adds the links by which what is missing can be made.
func (p *Pages) offerTo(row *templates.CoverageRow, v view) {
	add := func(cell *templates.CoverageCell, profile int64, possible bool) {
		if cell.Missing && possible && row.Lost != "" {
			cell.Add = newPath(profile, url.Values{"event": {row.Type}})
		}
	}
	add(&row.Application, 0, v.appWhy == "")
	add(&row.Profile, v.chosen, v.profileWhy == "" && v.chosen != 0)
}
