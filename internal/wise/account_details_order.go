package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readAccountDetailsOrder reads account-details-order#order-state-change: how far
// the making of account details in one currency has come, and what it waits for.
// Its own time is modification_time.
func readAccountDetailsOrder(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.DetailsOrder, ID: f.idText("order_id")}
	e.Profile = f.id("profile_id")
	e.State = f.code("order_status", "PENDING_USER", "PENDING_TW", "REQUIREMENTS_FULFILLED", "DONE")
	order := activity.OrderDetail{
		Currency:  f.currencyIfAny("currency"),
		Issued:    f.truth("is_account_details_issued"),
		CreatedAt: f.timeIfAny("creation_time"),
	}
	f.each("requirements", func(item string) {
		order.Requirements = append(order.Requirements, activity.Requirement{
			Key: f.textIfAny(item + ".type"), State: f.textIfAny(item + ".status"),
		})
	})
	e.Detail.Order = &order
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), order.Currency, strconv.FormatBool(order.Issued),
		plainTime(order.CreatedAt), plainRequirements(order.Requirements))
	f.handle(HandleOrder, e.ID)
}
