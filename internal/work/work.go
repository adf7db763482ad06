// Package work is the vocabulary of what people do about a transfer: who has it, when
// to look at it again, and with what it was resolved. It is pure; the clock and the
// zone come in.
package work

// State is where the work on one transfer stands. The zero value is that of one that
// nobody has touched: open, nobody's, nothing to follow up.
type State struct {
	Assignee int64   // id of the person who has it; 0: nobody
	FollowUp Day     // when to look at it again; empty: no day was set
	Outcome  Outcome // with what it was resolved; empty: it is open
	Version  int64   // counts the acts; 0: there was none
}

// Open says whether it is not resolved.
func (s State) Open() bool { return s.Outcome == "" }

// Due says whether it is open and its follow-up is today or was before. The day rests
// while a transfer is resolved, and counts again once it is reopened.
func (s State) Due(today Day) bool {
	return s.Open() && s.FollowUp != "" && s.FollowUp <= today
}

// Kind says what somebody did. It stands in the database, so it never changes.
type Kind string

// The acts. Each takes a value to another: a person's id, a day or an outcome.
const (
	Assigned        Kind = "assigned"
	Unassigned      Kind = "unassigned"
	FollowUpSet     Kind = "follow_up_set"
	FollowUpCleared Kind = "follow_up_cleared"
	Resolved        Kind = "resolved"
	Reopened        Kind = "reopened"
)
