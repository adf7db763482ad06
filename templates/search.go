package templates

// SearchPage is /search: what was understood and what was found.
type SearchPage struct {
	Frame
	Understood []string // "a number: transfer, profile or user id"
	Groups     []SearchGroup
	Searched   []string // what was looked through, for an empty result
	Missing    []string // why a thing that exists can be missing here, for an empty result
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
	ID     string
	Href   string
	Answer string // its one-line answer
	Tag    Tag    // zero: none
	Since  When
}
