package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readProfileOverdraft reads profiles#overdraft-limit-threshold: how much of an
// overdraft is used. No version carries a time of its own.
func readProfileOverdraft(f *fields, e *activity.Event) {
	const currency = "overdraft.profile_limit_currency"
	e.Profile = f.id("resource.id")
	e.Key = activity.Key{Kind: activity.Overdraft, ID: strconv.FormatInt(e.Profile, 10)}
	overdraft := activity.OverdraftDetail{
		Used:    f.amount("overdraft.used", currency),
		Limit:   f.amount("overdraft.limit", currency),
		Percent: f.numberIfAny("overdraft.limit_usage_percentage"),
	}
	e.Detail.Overdraft = &overdraft
	e.Shared = shared(plainAmount(overdraft.Used), plainAmount(overdraft.Limit))
}
