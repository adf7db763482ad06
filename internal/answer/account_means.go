package answer

import (
	"strconv"

	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
)

// Means says what a restriction means for a transfer that is still on its way; empty
// where nothing is known to follow from it.
func (a *Account) Means(f transfer.Facts, funding Funding) string {
	waits := f.State().Waits()
	switch {
	case !a.Restricted() || f.Inbound != nil:
		return ""
	case f.RefundDue():
		return "Where a refund would go is not documented: open a case with Wise."
	case waits && funding != ByCompany:
		return "It cannot be funded from an outside bank any more."
	case waits || !f.ToBePaidOut():
		return ""
	case a.State == customer.WithdrawOnly && !a.Over:
		return "It is in process and goes on."
	}
	return "Whether it still goes on is not documented: ask Wise."
}

// inFlightSays counts the transfers that the restriction is about; empty when there
// are none, or nobody has counted them. On a transfer's own page they are others.
func inFlightSays(n int64, other string) string {
	switch {
	case n <= 0:
		return ""
	case n == 1:
		return "1 " + other + "transfer is still on its way under this restriction."
	}
	return strconv.FormatInt(n, 10) + " " + other + "transfers are still on their way under this restriction."
}

// otherFlights counts the transfers in flight without this one.
func (l life) otherFlights() int64 {
	for _, kind := range transfer.InFlight() {
		if _, ok := l.Facts.Watch(kind); ok {
			return l.InFlight - 1
		}
	}
	return l.InFlight
}

// FlagAccountTokensDead: the account works again, and the tokens from before do not.
const FlagAccountTokensDead = "account_tokens_dead"

// CustomerFlags are the checks of a customer's account: what restricts it, that the
// time is over, that old tokens stay dead, and what is odd in its history. inFlight
// counts the transfers that are still on their way; 0: none, or nobody has counted.
func (a Accounts) CustomerFlags(inFlight int64) []Flag {
	var out []Flag
	if f, ok := a.restriction("", inFlightSays(inFlight, "")); ok {
		out = append(out, f)
	}
	if u := a.User; u != nil && u.State == customer.Active && u.TokensDead {
		out = append(out, Flag{FlagAccountTokensDead, "Active again after a deactivation: tokens from before it stay dead, so the account has to be linked anew.", u.SinceAt, u.Headline.Evidence})
	}
	for _, of := range []*Account{a.User, a.Profile} {
		if of != nil {
			out = append(out, of.Flags...)
		}
	}
	return out
}

// OneOf says how many users a profile has: the restriction of one is not the company's.
func (a *Accounts) OneOf(users int) {
	if users < 2 || a.Decides == nil || a.Decides != a.User || !a.Decides.Restricted() || a.Note.Text != "" {
		return
	}
	text := "It is of this one user: the profile has " + strconv.Itoa(users) + " users, and the others are not restricted by it."
	a.Note = Sentence{Text: text, Evidence: a.User.Headline.Evidence}
}
