package templates

// Flights is which transfers are still on their way while an account is restricted.
// The zero Flights is "nothing is restricted": it prints nothing.
type Flights struct {
	Asked    bool // the account is restricted, so that it was looked for
	Partial  bool // the history is being read anew, so that nobody can say yet
	Rows     []Flight
	All      int64
	Profiles bool // of a user with several profiles, so that each row names its own
}

// Flight is one of them.
type Flight struct {
	Row   TransferRow
	Means string // what the restriction means for it; empty: nothing is known to follow
}
