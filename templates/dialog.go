package templates

// Dialog asks once more before what cannot be taken back. It is a page of its own,
// which a script opens over the page that it was asked from, so that the answer stays
// in sight; without a script the link leads to the page.
type Dialog struct {
	ID      string // of the element, unique on the page
	Title   string // the question: "Cancel transfer 49983981?"
	Example bool   // it stands open on a page that shows it: its heading is none of the page's
}

// title is the id of the heading.
func (d Dialog) title() string { return d.ID + "-title" }
