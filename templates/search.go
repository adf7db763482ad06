package templates

// SearchPage is /search: what was understood and what was found.
type SearchPage struct {
	Frame
	Understood []string // "a number: transfer, profile or user id"
	Groups     []SearchGroup
	Searched   []string // what was looked through, for an empty result
	Ask        *Action  // asks Wise for a number that could be a transfer's; nil: there is none
	Missing    []string // why a thing that exists can be missing here, for an empty result
	More       bool     // there may be more than are shown
	Formats    []string // what can be searched for: "transfer id, like 49983981"
}

// SearchGroup is the hits of one kind.
type SearchGroup struct {
	Label string // "Transfers"
	Hits  []Hit
}

// Hit is one thing that was found.
type Hit struct {
	Kind   string // "Transfer"
	ID     string // empty: the directory has no id of Wise's for it yet
	Href   string // empty: it has no page yet
	Name   string // the customer's name or reference; empty: not known
	Found  string // by what it was found where that is not the id: "dispute 77"
	Answer string // its one-line answer
	Tag    Tag    // zero: none
	Since  When
}
