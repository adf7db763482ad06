package transfer

// named is whom the events name.
type named struct {
	profile, account int64
	flags            []string
}

// named takes the profile and the recipient account that were named last. The
// profile of a movement is the balance's, which need not be the sender's (a
// credit can be the recipient's), so it counts only where no other event names one.
func (t timeline) named() named {
	var n named
	for _, c := range t.placed() {
		if c.content.kind.IsMovement() {
			continue
		}
		for _, e := range c.bodies {
			n.profile = n.take(n.profile, e.Profile, FlagProfileConflict)
			n.account = n.take(n.account, e.Account, FlagAccountConflict)
		}
	}
	if n.profile == 0 {
		n.profile = t.balanceProfile()
	}
	return n
}

func (n *named) take(held, next int64, flag string) int64 {
	if next == 0 {
		return held
	}
	if held != 0 && held != next {
		n.flags = append(n.flags, flag)
	}
	return next
}

// balanceProfile is the profile of the last balance that was debited for the
// transfer or, where none was, credited.
func (t timeline) balanceProfile() int64 {
	debited, credited := int64(0), int64(0)
	for _, c := range t.movements {
		switch p := c.profile(); {
		case p == 0:
		case c.content.credit:
			credited = p
		default:
			debited = p
		}
	}
	if debited != 0 {
		return debited
	}
	return credited
}
