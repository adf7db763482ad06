package customer

import (
	"cmp"
	"slices"
	"time"
)

// LinkSource says who claims that a user has a profile, in the order of precedence.
type LinkSource int

// The sources, the strongest first (design, "A customer is a Wise user with one
// or more profiles").
const (
	ByLead    LinkSource = iota + 1
	ByImport             // our own directory
	ByAPI                // GET /v2/profiles/{id} named the user
	ByLearned            // partner-support#case-changed named both
)

// Claim is one source's word on one pair of profile and user.
type Claim struct {
	Profile, User int64
	Source        LinkSource
	At            time.Time // when it was said, first heard, or last asked for
	By            string    // the person's name, or whoever imported; empty when learned
	Note          string    // of a lead
	Withdrawn     bool      // a lead says that the two do not belong together
	Event         int64     // the first delivery that told of it; 0: none did
}

// Link is a pair of profile and user with all that is claimed of it.
type Link struct {
	Profile, User int64
	Claims        []Claim // one for each source that names the pair, the strongest first
	Counts        bool    // a user whose account state counts for the profile
}

// Source is the claim that decides.
func (l Link) Source() Claim { return l.Claims[0] }

// Withdrawn says that the strongest claim is that the two do not belong together.
func (l Link) Withdrawn() bool { return l.Claims[0].Withdrawn }

// Disputed says that a weaker source still names a pair that was withdrawn.
func (l Link) Disputed() bool { return l.Withdrawn() && len(l.Claims) > 1 }

// Links are the pairs of one profile: those that count first, then by source and user.
type Links []Link

// Settle weighs the claims about one profile. Of each source the last claim of a
// pair in the list is its word; the strongest source that names a user counts,
// with every user that it names, since a business has several. The pairs of
// weaker sources are kept, and shown, but do not count.
func Settle(claims []Claim) Links {
	type key struct {
		user   int64
		source LinkSource
	}
	last := map[key]Claim{}
	for _, c := range claims {
		last[key{c.User, c.Source}] = c
	}
	pairs := map[int64]*Link{}
	for _, c := range last {
		if pairs[c.User] == nil {
			pairs[c.User] = &Link{Profile: c.Profile, User: c.User}
		}
		pairs[c.User].Claims = append(pairs[c.User].Claims, c)
	}
	var links Links
	for _, l := range pairs {
		slices.SortFunc(l.Claims, func(a, b Claim) int { return cmp.Compare(a.Source, b.Source) })
		links = append(links, *l)
	}
	links.count()
	slices.SortFunc(links, compareLinks)
	return links
}

// count marks the pairs of the strongest source that names a user.
func (ls Links) count() {
	strongest := LinkSource(0)
	for _, l := range ls {
		if !l.Withdrawn() && (strongest == 0 || l.Source().Source < strongest) {
			strongest = l.Source().Source
		}
	}
	for i, l := range ls {
		ls[i].Counts = !l.Withdrawn() && l.Source().Source == strongest
	}
}

func compareLinks(a, b Link) int {
	return cmp.Or(rankOf(a)-rankOf(b), cmp.Compare(a.Source().Source, b.Source().Source), cmp.Compare(a.User, b.User))
}

// rankOf puts what counts first and what was withdrawn last.
func rankOf(l Link) int {
	switch {
	case l.Counts:
		return 0
	case l.Withdrawn():
		return 2
	}
	return 1
}

// Users are those that count, in order.
func (ls Links) Users() []int64 {
	var users []int64
	for _, l := range ls {
		if l.Counts {
			users = append(users, l.User)
		}
	}
	return users
}

// Named are all users that a source names and no lead withdrew, those that count first.
func (ls Links) Named() []int64 {
	var users []int64
	for _, l := range ls {
		if !l.Withdrawn() {
			users = append(users, l.User)
		}
	}
	return users
}

// Disagree says whether the sources contradict each other: a weaker one names
// another user, or a user that a lead withdrew.
func (ls Links) Disagree() bool {
	return slices.ContainsFunc(ls, func(l Link) bool { return !l.Withdrawn() && !l.Counts || l.Disputed() })
}

// Stricter picks, of the users that count, the one whose account is restricted
// most: closed before restricted, a state that is not known before an active one,
// since nobody may take unknown for well. The profile's own state is weighed
// against it where both are put into words (answer.ForAccounts).
func Stricter(all []UserFacts) (UserFacts, bool) {
	if len(all) == 0 {
		return UserFacts{}, false
	}
	return slices.MaxFunc(all, func(a, b UserFacts) int {
		return cmp.Or(strictness(a.State())-strictness(b.State()), cmp.Compare(b.User, a.User))
	}), true
}

func strictness(s UserState) int {
	switch s {
	case Deactivated:
		return 4
	case WithdrawOnly:
		return 3
	case Active:
		return 0
	case "":
		return 1
	}
	return 2
}
