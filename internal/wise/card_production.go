package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readCardProduction reads cards#card-production-status-change: the making of a
// card at a kiosk. Before there is a card it names the profile alone.
func readCardProduction(f *fields, e *activity.Event) {
	e.Profile = f.id("resource.profile_id")
	e.State = f.code("status", "READY", "IN_PROGRESS", "PRODUCED", "PRODUCTION_ERROR")
	card := activity.CardDetail{
		Token:       f.nameIfAny("resource.card_token"),
		Kiosk:       f.textIfAny("kiosk_id"),
		ErrorCode:   f.textIfAny("error_code"),
		Description: f.textIfAny("description"),
	}
	e.Key = activity.Key{Kind: activity.CardProduction, ID: card.Token}
	if e.ID == "" {
		e.ID = strconv.FormatInt(e.Profile, 10)
	}
	e.Detail.Card = &card
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), card.Kiosk, card.ErrorCode, card.Description)
	f.handle(HandleCard, card.Token)
}
