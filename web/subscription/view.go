package subscription

import (
	"maps"
	"net/url"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise"
	"transferdesk/templates"
	"transferdesk/web/front"
)

const root = "/admin/subscriptions"

// mostRows is how many subscriptions of a scope are listed; the coverage counts all.
const mostRows = 150

// scopePath is the page with a scope in view; 0 is the application.
func scopePath(profile int64, query url.Values) string {
	return inScope(root, profile, query)
}

// newPath is the form for a scope.
func newPath(profile int64, query url.Values) string {
	return inScope(root+"/new", profile, query)
}

func inScope(path string, profile int64, query url.Values) string {
	all := maps.Clone(query)
	if all == nil {
		all = url.Values{}
	}
	if profile != 0 {
		all.Set("profile", front.IDText(profile))
	}
	return front.Address(path, all)
}

// scopeField writes a scope into a form.
func scopeField(profile int64) string {
	if profile == 0 {
		return ""
	}
	return front.IDText(profile)
}

// scopeName names a scope in a sentence.
func scopeName(profile int64) string {
	if profile == 0 {
		return "the application"
	}
	return "profile " + front.IDText(profile)
}

// scopeView is a scope as the page shows it.
func (p *Pages) scopeView(who auth.Actor, v view, profile int64, face front.Face) templates.SubscriptionScope {
	told := v.told(profile)
	view := templates.SubscriptionScope{
		Title: "The application", Name: scopeName(profile), Field: scopeField(profile), Known: told.Known, At: face.At(told.At), Why: v.why(profile),
		Asking: v.appDue, Rows: p.rows(v, profile, face),
	}
	if more := len(view.Rows) - mostRows; more > 0 {
		view.Rows, view.More = view.Rows[:mostRows], more
	}
	if profile != 0 {
		view.Title, view.Asking = "Profile "+front.IDText(profile), v.profileDue
	}
	if told.Trouble != nil {
		view.Trouble, view.TraceID, view.Tried = told.Trouble.Text, told.Trouble.TraceID, face.At(told.TriedAt)
	}
	if v.why(profile) == "" && who.May(auth.AddSubscription) {
		view.Add = newPath(profile, nil)
		if view.Missing = len(v.missing(profile)); told.Known && view.Missing > 0 {
			view.All = inScope(missingPath, profile, nil)
		}
	}
	return view
}

// missing are the event types that Wise offers to a scope and of which nothing comes
// here by it, in the order of eventUses.
func (v view) missing(profile int64) (names []string) {
	return v.without(profile, wise.Offered)
}

// without are the event types of an offer of which nothing comes here by a scope.
func (v view) without(profile int64, offer wise.Offer) (names []string) {
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
