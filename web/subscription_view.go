package web

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/feed"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/templates"
)

const subscriptionsPath = "/admin/subscriptions"

// scopePath is the page with a scope in view; 0 is the application.
func scopePath(profile int64, query url.Values) string {
	return inScope(subscriptionsPath, profile, query)
}

// newSubscriptionPath is the form for a scope.
func newSubscriptionPath(profile int64, query url.Values) string {
	return inScope(subscriptionsPath+"/new", profile, query)
}

func inScope(path string, profile int64, query url.Values) string {
	all := maps.Clone(query)
	if all == nil {
		all = url.Values{}
	}
	if profile != 0 {
		all.Set("profile", idText(profile))
	}
	return address(path, all)
}

// scopeField writes a scope into a form.
func scopeField(profile int64) string {
	if profile == 0 {
		return ""
	}
	return idText(profile)
}

// scopeName names a scope in a sentence.
func scopeName(profile int64) string {
	if profile == 0 {
		return "the application"
	}
	return "profile " + idText(profile)
}

// scopeView is a scope as the page shows it.
func (s *Server) scopeView(who auth.Actor, v subscriptionView, profile int64, face clockface) templates.SubscriptionScope {
	told := v.told(profile)
	view := templates.SubscriptionScope{
		Title: "The application", Name: scopeName(profile), Field: scopeField(profile), Known: told.Known, At: face.at(told.At), Why: v.why(profile),
		Asking: v.appDue, Rows: s.subscriptionRows(v, profile, face),
	}
	if profile != 0 {
		view.Title, view.Asking = "Profile "+idText(profile), v.profileDue
	}
	if told.Trouble != nil {
		view.Trouble, view.TraceID, view.Tried = told.Trouble.Text, told.Trouble.TraceID, face.at(told.TriedAt)
	}
	if v.why(profile) == "" && who.May(auth.AddSubscription) {
		view.Add = newSubscriptionPath(profile, nil)
		if view.Missing = len(v.missing(profile)); told.Known && view.Missing > 0 {
			view.All = inScope(missingPath, profile, nil)
		}
	}
	return view
}

// missing are the event types that Wise offers to a scope and of which nothing comes
// here by it, in the order of eventUses.
func (v subscriptionView) missing(profile int64) (names []string) {
	return v.without(profile, wise.Offered)
}

// without are the event types of an offer of which nothing comes here by a scope.
func (v subscriptionView) without(profile int64, offer wise.Offer) (names []string) {
	for _, use := range eventUses {
		if offerIn(use.name, profile) == offer && !coveredBy(v.told(profile).Value, use.name, v.ours).comes() {
			names = append(names, use.name)
		}
	}
	return names
}

func offerIn(name string, profile int64) wise.Offer {
	if profile == 0 {
		return wise.OffersOf(name).Application
	}
	return wise.OffersOf(name).Profile
}

// subscriptionRows lists the subscriptions of a scope, those that need a look first,
// in the order of eventUses.
func (s *Server) subscriptionRows(v subscriptionView, profile int64, face clockface) (rows []templates.SubscriptionRow) {
	list := slices.Clone(v.told(profile).Value)
	slices.SortStableFunc(list, func(a, b api.Subscription) int { return orderOf(a.Event) - orderOf(b.Event) })
	for _, one := range list {
		row := templates.SubscriptionRow{
			ID: one.ID, Name: one.Name, Type: one.Event, Version: one.Version, URL: one.URL, Created: face.at(one.CreatedAt),
			Last: face.at(v.lastOf(one)), Never: !s.cfg.Projector.Upgrading(), Notes: v.notes(one, list),
		}
		if isPathPart(one.ID) && v.why(profile) == "" {
			row.Delete = inScope(subscriptionsPath+"/"+one.ID+"/delete", profile, nil)
			if row.Test, row.Tests = subscriptionsPath+"/"+one.ID+"/test", subscriptionsPath+"/"+one.ID+"/test"; profile != 0 {
				row.Test, row.Tests, row.NoTest = "", "", "Wise offers no test for profile subscriptions."
			}
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b templates.SubscriptionRow) int { return cmp.Compare(lookLast(a), lookLast(b)) })
	return rows
}

// lookLast is 0 for a subscription that needs a look, which stands first, else 1.
func lookLast(r templates.SubscriptionRow) int {
	if r.NeedsLook() {
		return 0
	}
	return 1
}

func orderOf(name string) int {
	at := slices.IndexFunc(eventUses, func(use eventUse) bool { return use.name == name })
	if at < 0 {
		return len(eventUses)
	}
	return at
}

// notes are what of a subscription needs a look.
func (v subscriptionView) notes(one api.Subscription, list []api.Subscription) (notes []templates.SubscriptionNote) {
	add := func(text string, tone templates.Tone, more string) {
		notes = append(notes, templates.SubscriptionNote{Tag: templates.Tag{Text: text, Tone: tone}, Text: more})
	}
	at := placeOf(one.URL, v.ours)
	if at == elsewhere {
		add("Another address", answer.Waiting, "Nothing of it comes here.")
	}
	if twins := len(coveredBy(list, one.Event, v.ours)[here]); at == here && twins > 1 {
		add("Twice", answer.Waiting, strconv.Itoa(twins)+" of this type lead here. Each sends its own copy, which counts once; one is enough.")
	}
	newest := wise.NewestVersion(one.Event)
	switch {
	case newest == "":
		add("Type not known", answer.Neutral, "What comes is kept and shown, and read by a version that knows it.")
	case !slices.Contains(wise.Versions(one.Event), one.Version):
		add("Version not known", answer.Neutral, "What comes is read where it says the same as "+newest+", else kept.")
	case one.Version != newest:
		add("Older version", answer.Neutral, "It is read as well; "+newest+" is the newest.")
	}
	return notes
}

// strays are the subscriptions that events name and no stored list does.
func (v subscriptionView) strays(face clockface) (rows []templates.StrayRow) {
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
		rows = append(rows, templates.StrayRow{ID: id, Types: types[id], Last: face.at(last[id].Last), Count: last[id].Arrivals})
	}
	return rows
}

// straysWhy says what they may be.
func (v subscriptionView) straysWhy() string {
	if !v.app.Known {
		return "Wise’s list of the application’s subscriptions is not known, so nobody can say whose these are. That events come is sure."
	}
	return "No list names them: they are a profile’s whose list was not asked for, or they were deleted since."
}
