package templates

// Filter is a form of filters whose every state is a URL; it works without scripts.
type Filter struct {
	Action string // path of the list
	Groups []FilterGroup
	Fields []FilterField
	Chips  []Chip // the filters in force
	Clear  string // link without any filter; empty: none is in force
	Open   bool   // draw the form unfolded
}

// FilterGroup is one filter with several values: its parameter is repeated.
type FilterGroup struct {
	Name    string // of the parameter: "reason"
	Label   string // "Reason"
	Choices []Choice
}

// Choice is one value of a filter.
type Choice struct {
	Value   string
	Label   string
	Checked bool
}

// FilterField is a filter that is typed: a date or an id.
type FilterField struct {
	Name  string
	Label string
	Type  string // "date", "text", "search"
	Value string
	Hint  string // short help beside the label; empty: none
}

// Chip is one filter in force; following it takes the filter away.
type Chip struct {
	Label  string // "Reason: account closed"
	Remove string // link without it
}
