package answer

import (
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/evidence"
)

// Accounts is what is known of a customer's account from both sides: the linked
// user's state (users#state-change) and the profile's own (profiles#state-change).
type Accounts struct {
	User    *Account // nil: no user is linked, so that the state is not known
	Profile *Account // nil: Wise has told nothing of the profile's state
	Decides *Account // the stricter of the two; nil when neither is known
	Note    Sentence // what the two have to do with each other; empty unless both are known and differ
}

// ForAccounts says how the customer's account stands. Both states are shown where
// both are known, and the stricter decides (the table of account states). Either
// may be nil.
func ForAccounts(user *customer.UserFacts, profile *activity.Facts, now time.Time, zone *time.Location) Accounts {
	var a Accounts
	if user != nil {
		of := ForAccount(*user, now, zone)
		a.User, a.Decides = &of, &of
	}
	if profile != nil {
		of := ForProfile(*profile, now, zone)
		a.Profile = &of
		if a.User == nil || strictness(of.State) > strictness(a.User.State) {
			a.Decides = &of
		}
	}
	a.Note = a.note()
	return a
}

// ForProfile says what a profile can do, from the facts of its ProfileState. Wise
// gives no type and no reason with it, only whether the customer asked for it.
func ForProfile(f activity.Facts, now time.Time, zone *time.Location) Account {
	facts := customer.UserFacts{Flags: f.Flags}
	for _, v := range f.Visits {
		facts.History = append(facts.History, customer.UserVisit{
			State: customer.UserState(v.State), From: customer.UserState(v.From),
			At: v.At, BySent: v.BySent, Gap: v.Gap, Evidence: v.Evidence,
		})
	}
	if n := len(facts.History); n > 0 && f.Detail.Profile != nil && f.Detail.Profile.ByCustomer != nil && *f.Detail.Profile.ByCustomer {
		facts.History[n-1].Reason = requestedByCustomer
	}
	return forAccount(facts, true, now, zone)
}

// strictness puts the states in order. A state that nobody knows is stricter than
// ACTIVE, since nobody can say that everything works in it.
func strictness(s customer.UserState) int {
	switch s {
	case "":
		return 0
	case customer.Active:
		return 1
	case customer.WithdrawOnly:
		return 3
	case customer.ViewOnly:
		return 4
	case customer.Deactivated:
		return 5
	}
	return 2
}

// note says which of two states counts, and for whom.
func (a Accounts) note() Sentence {
	if a.User == nil || a.Profile == nil || a.User.State == "" || a.Profile.State == "" || a.User.State == a.Profile.State {
		return Sentence{}
	}
	both := "The user: " + lowerFirst(a.User.Label) + "; the profile: " + lowerFirst(a.Profile.Label) + ". The stricter counts."
	if a.Decides == a.User {
		both += " It is of this one user: a company's other users are not restricted by it."
	}
	return Sentence{Text: both, Evidence: evidence.Union(a.User.Headline.Evidence, a.Profile.Headline.Evidence)}
}
