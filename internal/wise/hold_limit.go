package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readHoldLimit reads hold-limit-breach#update: a customer holds more than the law
// lets. A reason for the end that is not there Wise writes as null, in its list as
// None.
func readHoldLimit(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.HoldLimit, ID: strconv.FormatInt(f.id("resource.hold_limit_breach_id"), 10)}
	e.Profile = f.id("resource.profile_id")
	e.State = f.code("state", "OPEN", "CLOSED")
	limit := activity.HoldLimitDetail{
		Amount:        f.amountIfAny("amount", "currency"),
		ClosingReason: f.codeIfAny("closing_reason", "AUTOMATICALLY_RESOLVED", "MANUALLY_RESOLVED"),
		CreatedAt:     f.timeIfAny("created_at"),
	}
	if limit.ClosingReason == "None" {
		limit.ClosingReason = ""
	}
	e.Detail.HoldLimit = &limit
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), plainAmount(limit.Amount), limit.ClosingReason, plainTime(limit.CreatedAt))
}
