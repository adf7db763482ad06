package templates

import "slices"

// MaxBox is how much the search box takes, in the characters that browsers count
// (UTF-16 code units). Escaped it fits into every address; longer texts go by a form.
const MaxBox = 2000

// SearchPage is /search: what was understood and what was found.
type SearchPage struct {
	Frame
	Searching  bool          // something was searched for
	Pasted     bool          // it came by the larger field, and stands in no address
	Text       string        // what stands in the larger field
	Full       bool          // the search box was full, so that something may be missing
	Understood []Reading     // what the text was understood as
	Groups     []SearchGroup // of one thing or a name: what was found, by kind
	Lines      []SearchLine  // of a text with several ids: each of them, in its order
	Searched   []string      // what was looked through, for an empty result
	Ask        *Action       // asks Wise for a number that could be a transfer's; nil: there is none
	Missing    []string      // why a thing that exists can be missing here, for an empty result
	More       bool          // there may be more than are shown
	Formats    []string      // what can be searched for: "transfer id, like 49983981"
}

// Reading is one reading of the text.
type Reading struct {
	Text string // "3 transfer ids"
	Left bool   // it says what was left out
}

// SearchGroup is the hits of one kind.
type SearchGroup struct {
	Label string // "Transfers"
	Hits  []Hit
}

// SearchLine is one part of a text.
type SearchLine struct {
	Text string // as it was written
	Hits []Hit  // what it led to and no line before it has
	Same string // names a thing that it leads to and a line before it has
	Lost string // why there is nothing: "no transfer … of that number"
	Ask  string // the page from which Wise can be asked about it; empty: none
	More bool   // it leads to more than is shown
}

// Hit is one thing that was found.
type Hit struct {
	Kind   string // "Transfer"
	ID     string // empty: the directory has no id of Wise's for it yet
	Href   string // empty: it has no page yet
	Name   string // the customer's name or reference; empty: not known
	Found  string // by what it was found where that is not the id: "dispute 77"
	Answer string // its one-line answer
	Amount string // empty: not known
	Tag    Tag    // zero: none
	Since  When
}

// hasHits says whether any part of a text led to something.
func hasHits(lines []SearchLine) bool {
	return slices.ContainsFunc(lines, func(l SearchLine) bool { return len(l.Hits) > 0 })
}
