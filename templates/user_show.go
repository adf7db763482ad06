package templates

// UserPage is /users/{user_id}.
type UserPage struct {
	Frame
	User    string
	Who     Who // of an entry that names the user
	Linked  []LinkedProfile
	Account AccountState
	Flights Flights
	Refused *TokenRefused  // nil: Wise takes the user's token, or none was tried
	History []AccountVisit // newest first
	Kept    []EventRow     // events that name the user, or were attached, and nothing rests on them
}

// LinkedProfile is one profile that a source links with a user.
type LinkedProfile struct {
	Profile string
	Name    string // of the directory; empty: not known
	Counts  bool   // the user's account state counts for this customer
	Source  string // "set by a lead, Lena Lead"
	At      When
	Tag     Tag    // the profile's own state; the zero Tag: Wise has told nothing of it
	Note    string // what that state and the user's have to do with each other; empty unless they differ
}
