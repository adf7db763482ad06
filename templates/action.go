package templates

// Action is one thing that can be done from a page: a link, a form of one button,
// or a button that is disabled with the reason.
type Action struct {
	ID      string // unique on the page; its data-testid is "action-" and this
	Label   string
	Icon    Icon   // empty: none
	Href    string // a link or a download; or
	Post    string // the address of a form, which Fields go to
	Fields  []FormField
	Primary bool
	Asks    bool   // Href leads to a question (Dialog): a script opens it over the page
	Why     string // why it may not be done: the button is disabled, Href and Post are not used
	Note    string // what to know before it is done, beside a button that works; may be empty
}

// FormField is a hidden field of a form.
type FormField struct{ Name, Value string }

// anchor is the id of the sentence that explains the button.
func (a Action) anchor() string { return "why-" + a.ID }

// said is the sentence beside the button.
func (a Action) said() string {
	if a.Why != "" {
		return a.Why
	}
	return a.Note
}

// describes names the sentence beside the button; empty: there is none.
func (a Action) describes() string {
	if a.said() == "" {
		return ""
	}
	return a.anchor()
}

func (a Action) class() string {
	if a.Primary {
		return "btn primary"
	}
	return "btn"
}
