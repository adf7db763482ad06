// Package templates prints Transferdesk's pages. Each page takes one typed view
// model made for it; times, ages, amounts and links come prepared, so nothing
// here asks the clock, the database or the request.
package templates

import "transferdesk/internal/preference"

// Nav names the entry of the main navigation that is current.
type Nav string

// The entries; NavNone marks a page that belongs to none of them.
const (
	NavNone        Nav = ""
	NavQueue       Nav = "queue"
	NavBounced     Nav = "bounced"
	NavCases       Nav = "cases"
	NavSettlements Nav = "settlements"
	NavEvents      Nav = "events"
	NavPlaybook    Nav = "playbook"
	NavSystem      Nav = "system" // admins only

	NavReconciliation Nav = "reconciliation" // leads and admins
	NavSubscriptions  Nav = "subscriptions"  // leads and admins
)

// Frame is what stands around every page.
type Frame struct {
	Title       string // begins with the answer or the thing's name; " · Transferdesk" is added
	Environment string // PRODUCTION, SANDBOX or DEMO; empty: no badge
	Nav         Nav
	Person      *Person   // nil: nobody is signed in; search, navigation and feed are left out
	Feed        *Feed     // nil: not known, and nothing is said
	Query       string    // what stands in the search box
	Fraud       FraudLine // stands only where somebody is signed in
	Zone        string    // the zone that the page's times are in: "UTC", "Europe/Berlin, now UTC+1"
	Upgrading   bool      // the read model is being brought up to date in the background
	Unread      bool      // what leads wrote in the playbook cannot be read
	Toast       *Toast    // what was done just now; nil: nothing
	Shown       When      // when the page was made, in the reader's zone; zero where nobody is signed in
	RequestID   string
	Version     string

	Preferences preference.Preferences // of the reader; zero: of nobody

	Live   string  // topics that the page is told of while it is open: "transfer:7 profile:3"; empty: it is not live
	Since  string  // the moment of which the page is, as the hub of live pages names it
	Here   string  // the one among the topics that the page is about, for who else is on it; empty: nobody is told
	Others []Other // who else is on it; nobody who has no scripts is among them
}

// Person is who is signed in.
type Person struct {
	Name string
	Role string // agent, lead or admin
}

// Feed says how fresh the page can be at best.
type Feed struct {
	Last    When          // last arrival, of the event types that the page rests on, that is no test; zero: none ever came
	Usual   string        // usual gap between two: "2 min"; empty: too few to say
	Quiet   string        // "5 h": silent for clearly longer than usual; empty: not
	Stopped []StoppedFeed // single types that are quiet while others come
	Never   []string      // types that the page rests on and that never came: not quiet, perhaps not subscribed to
	Waiting int64         // deliveries accepted and not projected yet
	Failing bool          // nothing can be written just now
	Partial bool          // older events are being read again: what is not known may only not be known yet
}

// StoppedFeed is an event type that is quiet.
type StoppedFeed struct {
	Type  string
	For   string // "5 h"
	Usual string // "2 min"
}

// troubled says whether more has to be said than when the last event came. While
// events wait to be read nobody can say that none come.
func (f Feed) troubled() bool { return f.Failing || f.silent() }

// silent says whether the feed, or a part of it, is quiet.
func (f Feed) silent() bool { return f.Waiting == 0 && (f.Quiet != "" || len(f.Stopped) > 0) }
