package answer

import (
	"slices"
	"strings"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// Cards, their orders, productions and wallets.

// cardName names a card: by its last digits, else by the end of its token.
func cardName(digits, token string) string {
	switch {
	case digits != "":
		return "Card ending " + brief(digits, 8)
	case len(token) > 4 && !reason.IsLocked(token):
		return "Card (token …" + outside(token[len(token)-4:]) + ")"
	}
	return "Card"
}

// card gives what the events say of the card; never nil.
func (s scene) card() activity.CardDetail {
	if s.Facts.Detail.Card == nil {
		return activity.CardDetail{}
	}
	return *s.Facts.Detail.Card
}

// sayCard: what the card can do. A card that somebody else than the customer froze
// is ours first.
func (s scene) sayCard() activityWords {
	d := s.card()
	w := s.plain(cardName(d.LastDigits, s.Facts.ID))
	switch frozen := strings.EqualFold(s.Facts.State(), "FROZEN"); {
	case frozen && byCustomer(d.ChangedBy):
		w.word.Ask = "The customer froze it, and can unfreeze it."
	case frozen && d.ChangedBy != "":
		w.word.Who, w.word.Openness = reason.Us, reason.Internal
		w.word.Ask = "The customer did not freeze it: find out who did and why, before saying more."
	}
	w.addCode("Changed by", d.ChangedBy)
	w.addCard(d)
	return w
}

// byCustomer says whether changed_by names the customer. Wise lists no values, so
// only what can mean nobody else counts: not PARTNER_USER, not CUSTOMER_SUPPORT.
func byCustomer(who string) bool {
	plain := strings.NewReplacer("_", "", "-", "", " ", "").Replace(strings.ToLower(who))
	return slices.Contains([]string{"customer", "user", "cardholder", "cardowner", "owner"}, plain)
}

// addCard puts the rows that all things about a card have in common.
func (w *activityWords) addCard(d activity.CardDetail) {
	w.addCode("Card token", d.Token)
	w.addCode("Program", d.Program)
	w.addCode("Carrier", d.Vendor)
	w.addCode("Kiosk", d.Kiosk)
	w.addCode("Error code", d.ErrorCode)
	w.add("Wise's description", outside(d.Description))
}

// sayCardOrder: how far the order is.
func (s scene) sayCardOrder() activityWords {
	w := s.plain("Card order " + outside(s.Facts.ID))
	w.addCard(s.card())
	return w
}

// sayCardProduction: how far the card is that is made at a kiosk.
func (s scene) sayCardProduction() activityWords {
	d := s.card()
	w := s.plain("Card made at a kiosk")
	if d.Token != "" {
		w.title = cardName(d.LastDigits, d.Token) + ", made at a kiosk"
	}
	w.addCard(d)
	return w
}

// sayCardWallet: the card is to be added to a wallet. No event says how it ended.
func (s scene) sayCardWallet() activityWords {
	d := s.card()
	wallet := "a wallet"
	if d.Wallet != "" {
		wallet = walletName(d.Wallet)
	}
	w := s.plain(cardName(d.LastDigits, d.Token) + " for " + wallet)
	w.headline = "The card is being added to " + wallet + "; Wise does not say how it ended."
	w.word = reason.Word{Who: reason.Sender, Ask: "The customer confirms it. If the customer did not do this: fraud line.", Openness: reason.Tell}
	w.addCard(d)
	return w
}

// walletName writes APPLE_PAY as the product is called.
func walletName(code string) string {
	name, isPay := strings.CutSuffix(codeWords(code), " pay")
	if isPay {
		name += " Pay"
	}
	return name
}

// sayCardChallenge: the customer has to confirm an online payment, for so many
// minutes. No event says whether that was done.
func (s scene) sayCardChallenge() activityWords {
	d := s.card()
	w := s.plain(paymentTitle("Online card payment to confirm", amount(d.Amount), d.Merchant.Name))
	w.headline = "The customer has to confirm this online payment."
	w.word = reason.Word{
		Who: reason.Sender, Openness: reason.Tell, Standing: reason.Waits,
		Ask: "The customer confirms it in the app or by the code. Never ask for the code. If the customer did not pay: fraud line.",
	}
	ends := s.Facts.LastAt.Add(time.Duration(min(max(d.Minutes, 0), maxMinutes)) * time.Minute)
	if d.Minutes > 0 && s.Now.After(ends) {
		w.headline = "The time to confirm this online payment has passed; Wise does not say how it ended."
		w.word = reason.Word{Who: reason.Nobody, Ask: "If the customer did not pay: fraud line.", Openness: reason.Tell, Standing: reason.Over}
	}
	if d.Minutes > 0 {
		w.addTime("To be confirmed by", ends, s.Zone)
	}
	w.add("How it is confirmed", codeWords(d.Method))
	w.add("Channel", codeWords(d.Channel))
	w.addMerchant(d.Merchant)
	w.addCard(d)
	return w
}

// maxMinutes bounds a number from outside: a month.
const maxMinutes = 31 * 24 * 60

// shortName is up to how many letters a code is a name, like ACH, and no words.
const shortName = 5

// codeWords makes words of a code that no table names; "" stays "".
func codeWords(code string) string {
	if code == "" || reason.IsLocked(code) || len(code) <= shortName {
		return outside(code)
	}
	return reason.Humanise(code)
}
