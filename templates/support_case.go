package templates

import "transferdesk/internal/answer"

// Asked is something that somebody here sent to Wise in a case, and what became of it.
type Asked struct {
	Tone  answer.Tone
	Title string // "Wise opened the case."
	Text  string // what it means now; may be empty
	By    string
	At    When
	Trace string // to be quoted to Wise; empty: none
}

// OurCase is a case that somebody here opened, or tried to.
type OurCase struct {
	Asked
	Href        string // its page; empty: nobody knows Wise's number of it
	ID          string // Wise's; empty: not known
	Number      string // ours
	Transfer    string
	Subject     string
	Description string
}

// CaseRow is one support case of the list. What is locked has neither numbers nor
// words of Wise's.
type CaseRow struct {
	Thing Activity // how it stands
	Ours  *OurCase // nil: we did not open it
	Named string   // the customer's name or own reference; empty: the directory does not know
}

// anchor is the row's id on the page. One that was opened from here keeps it when Wise
// gives the case a number; of what is locked our own number, which names the transfer,
// says too much.
func (r CaseRow) anchor() string {
	if r.Ours != nil && !r.Thing.Locked {
		return "our-case-" + r.Ours.Number
	}
	return "case-" + r.Thing.ID
}

// CaseListPage is /cases.
type CaseListPage struct {
	Frame
	Tabs  []CaseTab
	Rows  []CaseRow
	Empty Empty // stands where rows would be
	Pager Pager
	More  bool // this page is not full though there may be more
}

// CaseTab is one choice of whose turn it is.
type CaseTab struct {
	Link
	Current bool
}

// CaseMessage is one message of a case, as Wise has it.
type CaseMessage struct {
	Author string // "Wise", "Us"
	At     When
	Text   string // empty: it has none in words
}

// CasePage is /cases/{id}.
type CasePage struct {
	Frame
	ID       string
	Thing    Activity // how it stands; of a case that no event has told of, what Wise's API says
	Ours     *OurCase
	Named    string
	Messages []CaseMessage
	ToldAt   When   // when Wise was asked for the messages; zero: it never answered
	Asking   bool   // it is being asked just now
	Trouble  string // why the last try gave no answer; empty: it did
	TriedAt  When   // of that try
	Sent     []Sent // what was sent from here and is not among the messages
	Form     *MessageForm
	Why      string // why there is no form; empty where there is
	Timeline []TimelineRow
	Unplaced []TimelineRow
}

// Sent is a message that was sent from here.
type Sent struct {
	Asked
	Message string
}

// MessageForm is where a message is typed.
type MessageForm struct {
	Action string
	Token  string
	Text   string
	Most   int // characters
	Errors []FieldError
}

// CaseDraftPage is /transfers/{id}/case: a question to Wise, to be looked over.
type CaseDraftPage struct {
	Frame
	ID       string
	Profile  string
	Named    string
	Headline string
	Tag      Tag
	Refusal  string // why no case can be opened: there is no form then
	Earlier  []OurCase
	Form     CaseForm
}

// CaseForm is a case as it was drafted or typed.
type CaseForm struct {
	Number      string // ours
	Subject     string
	Description string
	MostText    int          // characters
	Errors      []FieldError // fields: "subject", "description"
}

// mostLetter is how much of a message is printed, in runes.
const mostLetter = 20_000
