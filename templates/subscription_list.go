package templates

import (
	"slices"

	"transferdesk/internal/answer"
)

// SubscriptionsPage is /admin/subscriptions.
type SubscriptionsPage struct {
	Frame
	Ours        string            // where Wise finds this server; "": not known
	News        *SubscriptionNews // what came of an act just now; nil: nothing
	Job         string            // how far everything missing is being made; "": no such job runs
	Application SubscriptionScope
	Profile     *SubscriptionScope // the chosen profile; nil: none is chosen
	Profiles    []ScopeLink        // whose lists are stored
	Typed       string             // what was typed as a profile
	Errors      []FieldError
	Coverage    []CoverageRow
	Strays      []StrayRow
	StraysWhy   string // what is known of them
	Acts        []SubscriptionNews
}

// SubscriptionScope is the list of one scope as it is stored.
type SubscriptionScope struct {
	Title   string // "The application"
	Name    string // in a sentence: "the application"
	Field   string // the profile's id, for forms; "": the application
	Known   bool   // it was told at least once
	At      When   // when
	Trouble string // of the last try; "": it went well, or there was none
	Tried   When   // the last try, where it met trouble
	TraceID string // to be quoted to Wise; "": none
	Why     string // why Wise cannot be asked; "": it can
	Asking  bool   // it is being asked just now
	Missing int    // event types that could be made and are not there
	All     string // link to make all of them; "": none can be made
	Add     string // link to make one; "": none can be made
	Rows    []SubscriptionRow
	More    int // further ones, which are not listed
}

// ScopeLink leads to one profile's list.
type ScopeLink struct {
	Profile string
	Href    string
	At      When // of the list; zero: it was never told
	Count   int  // of subscriptions
	Trouble bool // the last try met trouble
}

// CoverageRow is one event type in both scopes.
type CoverageRow struct {
	Type        string
	Lost        string // what nobody knows without it; "": the type is not read
	Application CoverageCell
	Profile     CoverageCell
	Last        When // the last event of it; zero: none
	Never       bool // none means that none ever came, not that it is not known
}

// CoverageCell is how an event type stands in a scope.
type CoverageCell struct {
	Tag     Tag
	Text    string
	Missing bool
	Add     string // link by which it is made; "": it cannot be
}

// SubscriptionRow is one subscription of a list.
type SubscriptionRow struct {
	ID      string
	Name    string
	Type    string
	Version string
	URL     string
	Created When
	Last    When // the last event that named it; zero: none
	Never   bool // none means that none ever came
	Notes   []SubscriptionNote
	Delete  string // link to the page that asks; "": its id cannot be used
	Test    string // where a test is asked for; "": it cannot be
	NoTest  string // why not
	Tests   string // link to how tests went; "": none
}

// NeedsLook says whether something about it should be changed.
func (r SubscriptionRow) NeedsLook() bool {
	return slices.ContainsFunc(r.Notes, func(n SubscriptionNote) bool { return n.Tag.Tone == answer.Waiting })
}

// shownOpen is how many rows of a table stand open; more are folded away.
const shownOpen = 8

// looks says how many rows there are, and how many of them need a look.
func (s SubscriptionScope) looks() string {
	n := 0
	for _, r := range s.Rows {
		if r.NeedsLook() {
			n++
		}
	}
	text := plural(int64(len(s.Rows)), "subscription", "subscriptions")
	if s.More > 0 {
		text += " of " + grouped(int64(len(s.Rows)+s.More))
	}
	if n > 0 {
		text += ", " + plural(int64(n), "needs a look", "need a look")
	}
	return text
}

// asking says whether Wise is being asked just now for a list that is shown.
func (p SubscriptionsPage) asking() bool {
	return p.Application.Asking || p.Profile != nil && p.Profile.Asking
}

// SubscriptionNote is something about a subscription that needs a look.
type SubscriptionNote struct {
	Tag  Tag
	Text string
}

// StrayRow is a subscription that events name and no list does.
type StrayRow struct {
	ID    string
	Types []string
	Last  When
	Count int64
}

// SubscriptionNews is what came of an act at Wise.
type SubscriptionNews struct {
	Tag     Tag
	Text    string // what was asked, in a sentence
	Said    string // why it went as it did; may hold words of Wise's; "": nothing to say
	More    []string
	Link    Link // where to look; empty: nowhere
	Again   Link // to try again; empty: not
	By      string
	At      When
	TraceID string
}
