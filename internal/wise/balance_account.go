package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readBalanceAccount reads balances#account-state-change: ACTIVE or INACTIVE, of a
// balance account. Wise's table calls the state an integer, its values and its
// example are words.
func readBalanceAccount(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.Balance, ID: strconv.FormatInt(f.id("resource.id"), 10)}
	e.Profile = f.id("resource.profile_id")
	e.State = f.code("resource.state", "ACTIVE", "INACTIVE")
	e.Shared = shared(strconv.FormatInt(e.Profile, 10))
}
