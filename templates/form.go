package templates

import "strconv"

// FieldError is one wrong field of a form that was sent.
type FieldError struct {
	Field string // id of the input; "form" for the form as a whole
	Text  string
}

// Input is one labelled field of a form.
type Input struct {
	ID       string // also its name
	Label    string
	Type     string // of HTML: email, password, text
	Complete string // the autocomplete token
	Value    string // never printed for a password
	Hint     string
	Error    string
	Min      int // fewest characters; 0: any
	Focus    bool
}

// min writes the fewest characters.
func (i Input) min() string { return strconv.Itoa(i.Min) }

// errorFor finds the text for one field; empty: it is fine.
func errorFor(errs []FieldError, field string) string {
	for _, e := range errs {
		if e.Field == field {
			return e.Text
		}
	}
	return ""
}
