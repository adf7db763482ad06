package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readCardChallenge reads cards#3ds-challenge: a customer is asked to confirm an
// online payment. It is named by the reference of the transaction.
func readCardChallenge(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.CardChallenge, ID: f.name("transaction.reference")}
	e.Profile = f.id("resource.profile_id")
	card := activity.CardDetail{
		Token:   f.nameIfAny("resource.card_token"),
		Method:  f.textIfAny("challenge_method"),
		Minutes: f.countIfAny("challenge_expires_after"),
		Channel: f.textIfAny("transaction.channel"),
		Amount:  f.moneyIfAny("transaction.money_value"),
		Merchant: activity.Merchant{
			Name:     f.textIfAny("transaction.merchant.name"),
			Country:  f.textIfAny("transaction.merchant.country"),
			Category: f.textIfAny("transaction.merchant.category"),
			Site:     f.textIfAny("transaction.merchant.url"),
		},
	}
	e.Detail.Card = &card
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), card.Token, card.Method, strconv.FormatInt(card.Minutes, 10),
		card.Channel, plainAmount(card.Amount), card.Merchant.Name)
	f.handle(HandleReference, e.ID)
	f.handle(HandleCard, card.Token)
}
