package templates

// NoteEditPage is where a note is edited, and where one comes back to that could not be
// saved.
type NoteEditPage struct {
	Frame
	Transfer string
	Heading  string
	Action   string // where the form goes
	Based    string // the version that it is based on; empty of a new note
	Text     string // as it was written or typed
	Errors   []FieldError
	Theirs   *Note // what somebody else made of it meanwhile; nil: nothing
	Back     string
	Withdraw string // where it is withdrawn all the same; empty: it is the text that is to be saved
}

// Stays says whether the note was withdrawn meanwhile and the reader may not bring it back.
func (p NoteEditPage) Stays() bool {
	return p.Theirs != nil && p.Theirs.Withdrawn && !p.Theirs.May
}
