package templates

// Hands says in whose hands a transfer of a list is.
type Hands struct {
	Assignee string // name; empty: nobody
	You      bool   // it is the reader
	Resolved bool   // it was resolved, so that it cannot be assigned
	Version  string // of the work that the row was drawn with
	Unseen   bool   // nobody has opened its page yet
	Next     string // where "Assign to me" leads back to; empty: it is not offered here
}

// free says whether the reader may take it right here.
func (h Hands) free() bool { return h.Assignee == "" && !h.Resolved && h.Next != "" }
