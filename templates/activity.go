package templates

import (
	"strings"

	"transferdesk/internal/reason"
)

// Activity is one thing beside transfers that events are about: a card, a
// dispute, a SWIFT credit, a support case. What is locked comes without rows,
// words of Wise's and evidence.
type Activity struct {
	Href     string // its own page
	Kind     string // what sort of thing: "Card transaction"
	Title    string // which one: "Card ending 4321"
	ID       string // Wise's id of it
	Tag      Tag
	Headline string
	Since    When   // since when it is as it is; zero: no usable time
	Amount   string // empty: the thing has none, or it is not known
	WhoActs  reason.Who
	Ask      string    // what to ask for or do; empty: nothing
	Due      *Deadline // nil: there is none
	Openness reason.Openness
	Rows     []Pair
	Raw      string // a message that came whole, made readable; empty: none
	Related  []Link // the pages of what else it names; on its own page only
	Open     bool   // waits for somebody
	Locked   bool   // for compliance alone
	Profile  string // empty: no event has named it
	Transfer string // likewise
	Events   []int64
	Withheld []int64 // as of a Failure
	Tell     string  // what the customer may hear; empty: nothing. On its own page only
	Caller   Caller  // who is on the line
}

// Pair is one fact with its name.
type Pair struct {
	Label string
	Value string // as sent, where it is a stranger's
	Mono  bool   // an id or a code: drawn in the type of ids
}

// Deadline is a day by which something must be there.
type Deadline struct {
	At   When
	Left string // "in 3 days", "2 days ago"
	Over bool
}

// rowOf is the id of a thing's row among those of one customer. What is open stands in a
// list of its own as well, so mixed rows have others.
func rowOf(href string, mixed bool) string {
	if mixed {
		return "open:" + href
	}
	return "of:" + href
}

// ActivityPage is /activity/{kind}/{id}: one thing with its whole history.
type ActivityPage struct {
	Frame
	Thing    Activity
	Section  Link // the list that it stands in
	Timeline []TimelineRow
	Unplaced []TimelineRow
}

// Link is a place to go to.
type Link struct {
	Href string
	Text string
}

// ActivityGroup is a few things of one kind, newest first.
type ActivityGroup struct {
	Title string
	Rows  []Activity
	All   int64  // how many there are
	Href  string // the list of all of them
}

// ActivitySection is a part of the customer's page.
type ActivitySection struct {
	ID     string // the anchor
	Title  string
	Groups []ActivityGroup
}

// Count is how many things the section stands for.
func (s ActivitySection) Count() int64 {
	var n int64
	for _, g := range s.Groups {
		n += g.All
	}
	return n
}

// ActivityListPage is a list of the things of one kind, of a customer or of
// those that name none.
type ActivityListPage struct {
	Frame
	Heading string
	Profile string // empty: the things name no customer
	Tabs    []Tab
	Rows    []Activity
	Empty   Empty // stands where rows would be
	Pager   Pager
}

// Tab is one of several lists.
type Tab struct {
	Link
	Count   int64
	Current bool
}

// OpenRow is one thing that waits for somebody: a transfer or anything else.
type OpenRow struct {
	Transfer *TransferRow
	Activity *Activity
}

// actor names a party in a sentence about something that is no transfer: there the
// sender is the customer.
func actor(w reason.Who) string {
	if w == reason.Sender {
		return "the customer"
	}
	return whoWords(w)
}

// askLead names who has to do what is asked, where that does not begin with it.
func askLead(a Activity) string {
	who := capital(actor(a.WhoActs))
	if strings.HasPrefix(a.Ask, who) {
		return ""
	}
	return who + ":"
}

// dueWords says the day, and how far it is.
func dueWords(d Deadline) string {
	if d.Over {
		return "was due " + d.At.Full + ", " + d.Left
	}
	return "due " + d.At.Full + ", " + d.Left
}
