package templates

import "transferdesk/internal/reason"

// AccountState answers "can they use the account?" for a linked user, or for a profile.
type AccountState struct {
	User     string // Wise's user id; empty: it is the state of the profile itself
	Tag      Tag    // the state in words
	State    string // Wise's API name
	Headline string // "Can withdraw only: the 90 days end on 18 Feb 2027, in 89 days."
	Since    When
	Until    string     // "18 Feb 2027": the day on which the 90 days end, in UTC; empty: no such day
	Left     string     // "in 89 days", "3 days ago"; empty with Until
	Works    string     // what still works and what does not, in words
	Appeal   string     // whether an appeal is possible and how to say it
	Reason   string     // the reason as far as it may be said
	WhoActs  reason.Who // who can do something about it
	Type     string     // deactivation_type as sent, shown as a chip; empty: none
	Code     string     // deactivation_reason as sent, shown as a chip; empty: none
	// CustomerText is the only text that may go to the customer; empty: nothing to tell.
	CustomerText string
	Caller       Caller // who is on the line; the zero value: the page does not ask
	Flags        []Flag // gaps and times that could not be used
	Events       []int64
}

// AccountVisit is one state that the account was in.
type AccountVisit struct {
	Tag    Tag
	State  string // Wise's API name
	From   string // Wise's API name of the state before; empty: none
	At     When
	Seen   bool   // At is when Wise sent it
	Gap    bool   // an event is missing before this one
	Type   string // as sent
	Reason string // as sent
	Events []int64
}

// quiet says whether nothing at all is known of the account: then one line says so.
func (a AccountState) quiet() bool { return a.State == "" && len(a.Flags) == 0 && a.CustomerText == "" }
