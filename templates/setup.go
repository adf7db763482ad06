package templates

// SetupPage is /setup: the first admin, once, by the link that serve printed.
type SetupPage struct {
	Frame
	Token    string // travels with the form
	Name     string
	Email    string
	MinChars int          // shortest password that is accepted
	Errors   []FieldError // fields: "name", "email", "password", "repeat"
}
