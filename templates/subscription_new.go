package templates

// SubscriptionForm is /admin/subscriptions/new.
type SubscriptionForm struct {
	Frame
	Scope     string // "the application", "profile 16055450"
	Profile   string // for the form; "": the application
	Back      string
	Why       string // why Wise cannot be asked; "": it can
	Types     []SelectOption
	Versions  []SelectOption
	URL       string
	Name      string
	Elsewhere string // the address that was warned of, and that the next click means; "": none
	Simulated bool   // Wise is simulated on this machine, and its rules are not all kept
	Errors    []FieldError
}

// SelectOption is one line of a list to choose from.
type SelectOption struct {
	Value  string
	Text   string
	Chosen bool
}

// SelectField is a labelled list to choose one from.
type SelectField struct {
	ID      string // also its name
	Label   string
	Options []SelectOption
	Hint    string
	Error   string
}
