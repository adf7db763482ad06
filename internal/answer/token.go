package answer

import (
	"time"

	"transferdesk/internal/customer"
	"transferdesk/internal/when"
)

// RefusedToken says what it means that Wise refuses a user's token (401
// invalid_grant), by what is known of the user's account, and what to do. Tokens die
// with a deactivation and do not come back with the account.
func RefusedToken(user customer.UserFacts, now time.Time, zone *time.Location) string {
	held, known := user.Held()
	since := ""
	if known && !held.At.IsZero() {
		since = " since " + when.Date(held.At, now, zone)
	}
	const anew = "The user has to link the account with us anew."
	switch {
	case !known:
		return "Wise has told us nothing of this user’s account, so that we cannot tell a deactivation from a token that was revoked or replaced. Ask Wise for the user’s state. " + anew
	case held.State == customer.Deactivated:
		return "The account has been deactivated" + since + ", and a deactivation kills the user’s tokens. A new one is needed after a reactivation, even once the account is active again."
	case user.EverDeactivated():
		return "The account was deactivated before, which killed its tokens; they stay dead although it is not deactivated now. " + anew
	case held.State == customer.Active:
		return "The account is active and we know of no deactivation, so the token was revoked or replaced. " + anew
	case held.State == customer.WithdrawOnly:
		return "The account can withdraw only" + since + ", which is no deactivation. The token was revoked or replaced, or a deactivation has not been reported yet. " + anew
	}
	return "The state of the account is one that we don’t know, so that we cannot tell why. Ask Wise. " + anew
}
