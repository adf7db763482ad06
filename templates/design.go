package templates

import "github.com/a-h/templ"

// DesignPage is /help/design: every component in every state, with data invented for it.
type DesignPage struct {
	Frame
	Groups []ExampleGroup // ExampleGroups
}

// ExampleGroup is one component, or a family of small ones.
type ExampleGroup struct {
	ID       string // its anchor on the page
	Title    string
	About    string // when to use it, in a sentence
	Narrow   bool   // several examples stand side by side
	Examples []Example
}

// Example is a component in one state. The page and the goldens are made of the same
// ones, so that what was looked at is what is held.
type Example struct {
	Name  string // of its golden: testdata/<name>.golden.html
	State string // what it shows: "back at Wise, with a reason"
	Part  templ.Component
}

// ExampleGroups are all examples, in the order of the page. Their names, ids and
// amounts are invented; nothing in them comes from the database.
func ExampleGroups() []ExampleGroup {
	return []ExampleGroup{
		exampleTags(), exampleWords(), exampleFeeds(), exampleSearch(), exampleTiles(), exampleAnswers(), exampleStops(), exampleTimeline(),
		exampleFailures(), exampleTables(), exampleFilters(), exampleActions(), exampleToasts(), exampleDialogs(), exampleForms(), exampleEmpties(),
		exampleTroubles(), exampleOdd(),
	}
}

// exampleTime is a time two and a half days back, as every example has it.
func exampleTime() When {
	return When{Age: "2 d 17 h", Full: "18 Nov 2026, 14:03 UTC", Short: "18 Nov, 14:03", RFC: "2026-11-18T14:03:00Z"}
}
