package templates

// Pager leads through a list that is paged by key.
type Pager struct {
	Next  string // link to the next page; empty: this is the last
	First string // link to the first page; empty: this is it
}

// Shown says whether there is anywhere to go.
func (p Pager) Shown() bool { return p.Next != "" || p.First != "" }
