package templates

// Who says who a customer is to us, as the directory has it. The zero Who is
// "the directory does not know".
type Who struct {
	Name      string // made fit for print; may be empty
	Reference string
	Email     string
	Also      []string // further references of the same profile
}

// Known says whether the directory has an entry.
func (w Who) Known() bool { return w.Reference != "" }

// title is the name to call the customer by: the name, else the reference.
func (w Who) title() string {
	if w.Name != "" {
		return w.Name
	}
	return w.Reference
}

// LinkSection is which Wise users have a profile, and how we know.
type LinkSection struct {
	Users    []LinkedUser // those that count first
	Disagree bool         // the sources contradict each other
	Asked    string       // how asking Wise's API has gone; empty: there is nothing to say
	// Restricted: the account of a user who is named, and does not count, is restricted.
	Restricted bool
	History    []LinkEvent // newest first
	Form       *LinkForm   // nil: the reader's role may not change it
}

// sourceOf is the word that decides on a user: "set by a lead, Lena Lead".
func (s LinkSection) sourceOf(user string) string {
	for _, u := range s.Users {
		if u.User == user && len(u.Sources) > 0 {
			return u.Sources[0].Text
		}
	}
	return ""
}

// LinkedUser is one user that a source names.
type LinkedUser struct {
	User      string
	Tag       Tag  // state of the account
	Counts    bool // the account state of this user counts for the customer
	Withdrawn bool // a lead says that it does not belong, another source names it still
	Sources   []LinkClaim
}

// LinkClaim is one source's word.
type LinkClaim struct {
	Text  string // "set by a lead, Lena Lead"
	Note  string
	At    When
	Event int64 // 0: no event told of it
}

// LinkEvent is one line of the history.
type LinkEvent struct {
	Text  string
	Note  string
	At    When
	Event int64
}

// LinkForm sets or withdraws a link; what was typed is kept.
type LinkForm struct {
	Action string // where it is sent
	User   string
	Note   string
	Seen   string // travels with the form: what the page was made of
	Errors []FieldError
}
