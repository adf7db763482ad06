package templates

import (
	"transferdesk/internal/answer"
	"transferdesk/internal/work"
)

// Work is what people do about a transfer: a section of its page, and one item of the
// line on top.
type Work struct {
	Transfer string
	Version  string        // of the work, that its forms carry
	Code     string        // of the answer, likewise
	Assignee string        // a name, with "(left)" for who has; empty: nobody
	Mine     bool          // the reader has it
	Given    int64         // the person's id in the list; 0: nobody
	People   []Colleague   // whom it can be given to, the reader first
	FollowUp string        // "Tue 24 Nov 2026"; empty: none
	Away     string        // "in 3 days", "today", "2 days ago"; empty: there is no follow-up
	Due      bool          // the follow-up is today or was before
	Day      string        // in the field, as 2006-01-02
	First    string        // the earliest day of the field
	Last     string        // the latest
	Quick    []QuickDay    // days at one click
	Choices  []work.Choice // with what it can be resolved
	Outcome  string        // chosen in the form; empty: none
	Remark   string        // typed in the form
	Resolved *Resolved     // nil: it is open
	Errors   []FieldError
}

// Colleague is one of our own people in a list.
type Colleague struct {
	ID   string
	Name string
	Left bool // shown only because the transfer is still with them
}

// QuickDay is a day for a follow-up at one click.
type QuickDay struct {
	Label string // "Tomorrow"
	Day   string // 2006-01-02
}

// Resolved is with what a transfer was resolved.
type Resolved struct {
	As     string // "Refunded to the customer"
	By     string
	At     When
	Remark string // may be empty
}

// workParts are the ids of what an act changes on the page, beside the toast.
const workParts = "assignee work flags happenings"

// tag is the state of the work beside its heading.
func (w Work) tag() Tag {
	if w.Resolved != nil {
		return Tag{Text: "Resolved", Tone: answer.Done}
	}
	return Tag{Text: "Open", Tone: answer.Neutral}
}

// path is where a form of the section goes.
func (w Work) path(act string) string { return "/transfers/" + w.Transfer + "/" + act }

// wrong says whether a field was wrong.
func (w Work) wrong(field string) bool { return errorFor(w.Errors, field) != "" }
