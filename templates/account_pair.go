package templates

// AccountPair is what is known of a customer's account from both sides.
type AccountPair struct {
	User     *AccountState // nil: no user is linked, so that its state is unknown
	Profile  *AccountState // nil: Wise has told nothing of the profile's own state
	Stricter bool          // the profile's state is the stricter, so that it decides
	Note     string        // what the two have to do with each other; empty unless they differ
}

// shown are the states that are known, the one that decides first.
func (p AccountPair) shown() []AccountState {
	var all []AccountState
	for _, a := range []*AccountState{p.User, p.Profile} {
		if a != nil {
			all = append(all, *a)
		}
	}
	if p.Stricter && len(all) == 2 {
		all[0], all[1] = all[1], all[0]
	}
	return all
}

// Ask has both sides ask who is calling.
func (p *AccountPair) Ask(caller Caller) {
	if p.User != nil {
		p.User.Caller = caller
	}
	if p.Profile != nil {
		p.Profile.Caller = caller
		p.Profile.Caller.Box = "-profile"
	}
}
