package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readCardWallet reads cards#manual-provisioning-verification: a customer adds a
// card to a wallet on a phone and has to be verified for it. Its own time is
// creation_time.
func readCardWallet(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.CardWallet, ID: f.name("payment_token_unique_reference")}
	e.Profile = f.id("resource.profile_id")
	card := activity.CardDetail{
		Token:      f.nameIfAny("resource.card_token"),
		LastDigits: f.textIfAny("last_four_digits"),
		Wallet:     f.textIfAny("wallet_name"),
	}
	e.Detail.Card = &card
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), card.Token, card.LastDigits, card.Wallet)
	f.handle(HandleReference, e.ID)
	f.handle(HandleCard, card.Token)
}
