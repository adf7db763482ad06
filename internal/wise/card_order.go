package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readCardOrder reads cards#card-order-status-change: how far the making of a card
// has come. In Wise's own example the profile is a text, and one of its tables
// writes REQUIREMENT_FULFILLED, which is the same status.
func readCardOrder(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.CardOrder, ID: f.idText("order_id")}
	e.Profile = f.idOrDigits("resource.profile_id")
	e.State = f.code("order_status", "PLACED", "REQUIREMENTS_FULFILLED", "REQUIREMENT_FULFILLED",
		"CARD_DETAILS_CREATED", "PRODUCED", "COMPLETED", "CANCELLED", "RETURNED")
	if e.State == "REQUIREMENT_FULFILLED" {
		e.State = "REQUIREMENTS_FULFILLED"
	}
	card := activity.CardDetail{
		Token:   f.nameIfAny("resource.card_token"),
		Program: f.textIfAny("resource.card_program"),
		Vendor:  f.textIfAny("delivery_vendor"),
	}
	e.Detail.Card = &card
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), card.Token, card.Program, card.Vendor)
	f.handle(HandleOrder, e.ID)
	f.handle(HandleCard, card.Token)
}
