package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readProfileState reads profiles#state-change: what a profile may do, and whether
// the customer asked for it.
func readProfileState(f *fields, e *activity.Event) {
	e.Profile = f.id("resource.id")
	e.Key = activity.Key{Kind: activity.ProfileState, ID: strconv.FormatInt(e.Profile, 10)}
	e.State = withheld(f.code("current_state", "ACTIVE", "WITHDRAW_ONLY", "VIEW_ONLY", "DEACTIVATED"))
	profile := activity.ProfileDetail{ByCustomer: f.truthIfAny("requested_by_customer")}
	e.Detail.Profile = &profile
	e.Shared = shared(plainTruth(profile.ByCustomer))
}
