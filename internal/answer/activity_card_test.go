package answer_test

import (
	"testing"

	"transferdesk/internal/activity"
)

// TestCards: what the events about cards, orders, kiosks and wallets say, word for word.
func TestCards(t *testing.T) {
	says(t, []saying{
		{"a card that the customer froze", thing(activity.Card, activity.Detail{Card: &activity.CardDetail{Token: "ABCD-1234", LastDigits: "1234", ChangedBy: "CUSTOMER"}}, "ACTIVE", "FROZEN"), `
Card ending 1234
The card is frozen and cannot be used; that can be undone.
Frozen; waiting, sender, tell, open
ask: The customer froze it, and can unfreeze it.
Changed by: CUSTOMER
Card token: ABCD-1234
`},
		{"a card that somebody else froze", thing(activity.Card, activity.Detail{Card: &activity.CardDetail{Token: "ABCD-1234", ChangedBy: "PARTNER"}}, "ACTIVE", "FROZEN"), `
Card
The card is frozen and cannot be used; that can be undone.
Frozen; waiting, us, internal, open
ask: The customer did not freeze it: find out who did and why, before saying more.
Changed by: PARTNER
Card token: ABCD-1234
`},
		{"a card that somebody froze who only sounds like the customer", thing(activity.Card, activity.Detail{Card: &activity.CardDetail{Token: "ABCD-1234", ChangedBy: "CUSTOMER_SUPPORT"}}, "ACTIVE", "FROZEN"), `
Card
The card is frozen and cannot be used; that can be undone.
Frozen; waiting, us, internal, open
ask: The customer did not freeze it: find out who did and why, before saying more.
Changed by: CUSTOMER_SUPPORT
Card token: ABCD-1234
`},
		{"an order that is made is not posted", thing(activity.CardOrder, activity.Detail{Card: &activity.CardDetail{Token: "35050a4a", Program: "VISA_DEBIT", Vendor: "DHL"}}, "PLACED", "PRODUCED"), `
Card order 136
The card is made and waits for the carrier; it is not posted yet.
Made, waiting for the carrier; moving, wise, tell
ask: Do not say that it is in the post.
Card token: 35050a4a
Program: VISA_DEBIT
Carrier: DHL
`},
		{"an order that came back", thing(activity.CardOrder, activity.Detail{}, "PRODUCED", "RETURNED"), `
Card order 136
The card could not be handed over; it went back and will be blocked.
Came back undelivered; problem, sender, tell, open
ask: Confirm the postal address with the customer, then a new order.
`},
		{"a card that the kiosk could not make", thing(activity.CardProduction, activity.Detail{Card: &activity.CardDetail{Token: "abcdefgh", Kiosk: "k1", ErrorCode: "E1", Description: "Printer is out of ribbon"}}, "PRODUCTION_ERROR"), `
Card (token …efgh), made at a kiosk
The kiosk could not make the card; it can be tried again.
Could not be made; problem, us, softly, open
ask: Start the production again; if it fails again, ask Wise with the error code.
Card token: abcdefgh
Kiosk: k1
Error code: E1
Wise's description: Printer is out of ribbon
`},
		{"a card that goes into a wallet", thing(activity.CardWallet, activity.Detail{Card: &activity.CardDetail{LastDigits: "1234", Wallet: "APPLE_PAY"}}), `
Card ending 1234 for Apple Pay
The card is being added to Apple Pay; Wise does not say how it ended.
; neutral, sender, tell
ask: The customer confirms it. If the customer did not do this: fraud line.
`},
		{"an online payment whose time to be confirmed is over", thing(activity.CardChallenge, activity.Detail{Card: &activity.CardDetail{LastDigits: "1234", Minutes: 5, Method: "OTP_SMS", Amount: sum("12", "EUR"), Merchant: activity.Merchant{Name: "Shop"}}}), `
Online card payment to confirm, 12.00 EUR at Shop
The time to confirm this online payment has passed; Wise does not say how it ended.
; final, nobody, tell
ask: If the customer did not pay: fraud line.
To be confirmed by: 18 Nov 2026, 10:05 UTC
How it is confirmed: Otp sms
Merchant: Shop
`},
		{"an online payment that still has to be confirmed", thing(activity.CardChallenge, activity.Detail{Card: &activity.CardDetail{Minutes: 10_000, Amount: sum("12", "EUR")}}), `
Online card payment to confirm, 12.00 EUR
The customer has to confirm this online payment.
; waiting, sender, tell, open
ask: The customer confirms it in the app or by the code. Never ask for the code. If the customer did not pay: fraud line.
To be confirmed by: 25 Nov 2026, 08:40 UTC
`},
	})
}
