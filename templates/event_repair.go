package templates

// Repair is what a lead may do about an event that nothing rests on.
type Repair struct {
	Path     string // "/events/7"
	Again    bool   // apply it again
	Aside    bool   // set it aside
	TakeBack bool   // take back that it was set aside
	Attach   bool   // attach it to something
	Wrong    RepairWrong
}

// RepairWrong is a form that could not be taken, with what was typed.
type RepairWrong struct {
	Form   string // again, aside or attach; empty: nothing was wrong
	Kind   string // transfer, profile or user
	ID     string
	Note   string
	Errors []FieldError // fields: "aside-note", "attach-id", "attach-note"
}

// errors are those of one form.
func (w RepairWrong) errors(form string) []FieldError {
	if w.Form != form {
		return nil
	}
	return w.Errors
}

// typed is what was typed into a field of one form.
func (w RepairWrong) typed(form, value string) string {
	if w.Form != form {
		return ""
	}
	return value
}

// Attached says who attached an event to a page, or set it aside, and why.
type Attached struct {
	By   string
	At   When
	Note string
}

// AttachedTo is one thing that an event is attached to.
type AttachedTo struct {
	Kind string // transfer, profile or user
	ID   string
	Text string // "transfer 49983981"
	Href string
	By   string
	At   When
	Note string
}

// RepairLine is one thing that somebody did about an event.
type RepairLine struct {
	By   string
	Did  string // "set it aside"
	Note string
	At   When
}

// Header is a header of the first arrival; an empty value: it did not come.
type Header struct{ Name, Value string }

// Hidden is a value that a form carries along.
type Hidden struct{ Name, Value string }
