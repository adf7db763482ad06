package answer

import (
	"fmt"
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/reason"
	"transferdesk/internal/when"
)

// accountWords is what a state of the account says.
type accountWords struct {
	headline, works string
	customer        spoken
}

// sayState speaks for the state held; since is the day on which it began.
func (a *Account) sayState(f customer.UserFacts, since string) accountWords {
	switch a.State {
	case "":
		return accountWords{headline: "Wise has not told us the state of this " + a.noun() + "."}
	case customer.Active:
		return a.sayActive(f, since)
	case customer.WithdrawOnly:
		return a.sayWithdrawOnly()
	case customer.Deactivated:
		return a.sayDeactivated(since)
	case customer.ViewOnly:
		if a.OfProfile {
			return a.sayViewOnly(since)
		}
	}
	return accountWords{
		headline: "Wise says: " + a.Label + "; we don't know the word yet.",
		works:    "Not known: ask Wise what works in this state.",
	}
}

// sayActive: usable; after a restriction that is news, and an old end date is void.
func (a *Account) sayActive(f customer.UserFacts, since string) accountWords {
	a.Tone, a.WhoActs = Done, reason.Nobody
	if !everRestricted(f) {
		return accountWords{headline: "The " + a.noun() + " is active.", works: "Everything works."}
	}
	w := accountWords{
		headline: "The " + a.noun() + " has been active again since " + since + ".",
		works:    "Everything works again; an earlier end date no longer counts.",
		customer: "Your account can be used again.",
	}
	if f.EverDeactivated() {
		a.WhoActs = reason.Us
		w.works = "Everything works again, except that tokens from before the deactivation stay dead: link the account anew."
		w.customer = "Your account can be used again; please link it with us anew."
	}
	return w
}

// noun is what the state is of.
func (a *Account) noun() string {
	if a.OfProfile {
		return "profile"
	}
	return "account"
}

// everRestricted says whether the account is known to have been anything but active.
func everRestricted(f customer.UserFacts) bool {
	for _, v := range f.History {
		if v.State != customer.Active || v.From != "" && v.From != customer.Active {
			return true
		}
	}
	return false
}

// sayWithdrawOnly: what may be done until the day on which the 90 days end.
func (a *Account) sayWithdrawOnly() accountWords {
	a.Tone, a.WhoActs = Problem, reason.Sender
	day := when.LongDate(*a.Until, time.UTC)
	w := accountWords{
		headline: fmt.Sprintf("Can withdraw only: the 90 days end on %s, %s.", day, inDays(a.DaysLeft)),
		works: "Works: sending from the balance to themselves and others, the card, ordering cards, converting, opening and closing balances, statements. " +
			"Does not: receiving, and paying in from an outside bank.",
		customer: "Your account can only be used to take money out. Please move your money within 90 days of " + spokenDay(a.SinceAt, time.UTC) + " (UTC), that is before " + spokenDay(*a.Until, time.UTC) + ".",
	}
	if a.Over {
		a.WhoActs = reason.Us
		w.headline = "The time ended on " + day + "; Wise has not reported the closing."
		w.works = "Not certain any more: the 90 days are over. Ask Wise before saying what still works."
		w.customer = "The time to take money out of your account has ended; please get in touch with us."
	}
	return w
}

// inDays says how far off the last day is.
func inDays(days int) string {
	switch days {
	case 0:
		return "today"
	case 1:
		return "in 1 day"
	}
	return fmt.Sprintf("in %d days", days)
}

// sayDeactivated: nothing works any more, not even with our tokens.
func (a *Account) sayDeactivated(since string) accountWords {
	a.Tone = Final
	return accountWords{
		headline: "The " + a.noun() + " has been deactivated since " + since + ": nothing works.",
		works:    "Nothing works; our tokens for this user are revoked, and Wise answers 401.",
		customer: "Your account cannot be used at present. Please get in touch with us.",
	}
}

// sayViewOnly: a state of profiles alone; nothing can be paid, and nothing comes in.
func (a *Account) sayViewOnly(since string) accountWords {
	a.Tone = Problem
	return accountWords{
		headline: "The profile has been view only since " + since + ": it can be looked at, nothing else.",
		works:    "Works: looking at it. Does not: paying, the cards, and receiving; incoming payments go back. Ask Wise about it.",
		customer: "Your account cannot be used for payments at present. Please get in touch with us.",
	}
}
