package answer

import (
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/reason"
)

// The labels of the rows that stay when a card transaction is locked.
const (
	labelAmount   = "Amount"
	labelMerchant = "Merchant"
)

// addTransaction puts everything else that is known of a card transaction.
func (s scene) addTransaction(w *activityWords, d activity.TransactionDetail) {
	w.addAmount(labelAmount, d.Amount)
	if !d.WithFees.Equal(d.Amount) || !d.Billing.Equal(d.Amount) { // one amount said three times tells nothing
		w.addAmount("With fees", d.WithFees)
		w.addAmount("Billed", d.Billing)
	}
	for _, f := range d.Fees {
		w.addAmount(s.feeName(f, "Fee"), f.Amount)
	}
	for _, leg := range d.Debits {
		w.add("Taken from balance "+outside(leg.Balance), legText(leg))
	}
	for _, leg := range d.Credits {
		w.add("Put on balance "+outside(leg.Balance), legText(leg))
	}
	w.addMerchant(d.Merchant)
	if strings.EqualFold(d.Type, "REFUND") {
		w.add("Note", "A refund is a transaction of its own; the first payment stays as it was.")
	}
	w.add("Last step", s.titled(reason.CardSteps, d.Step))
	w.add("How it was confirmed", codeWords(d.Method))
	if d.LastDigits != "" {
		w.add("Card", cardName(d.LastDigits, d.Token))
	}
	w.addCode("Card token", d.Token)
	w.addCode("Reference on the balance", d.Reference)
	w.addCode("Acquirer's reference (ARN)", d.ARN)
	w.addTime("Begun", d.CreatedAt, s.Zone)
}

// feeName is what a fee is called, by its type if that is given.
func (s scene) feeName(f activity.Fee, plain string) string {
	if f.Type == "" {
		return plain
	}
	return outside(s.titled(reason.CardFees, f.Type))
}

// legText says what was moved on one balance, for which part, and at what rate.
func legText(leg activity.Leg) string {
	text := amount(leg.Amount)
	if leg.For.Known() && !leg.For.Equal(leg.Amount) {
		text += " for " + amount(leg.For)
	}
	if leg.Rate != "" {
		text += " at " + brief(leg.Rate, 20)
	}
	if leg.Fee.Known() {
		text += ", fee " + amount(leg.Fee)
	}
	return text
}

// addMerchant puts who was to be paid, and where.
func (w *activityWords) addMerchant(m activity.Merchant) {
	w.add(labelMerchant, outside(m.Name))
	place := m.City
	if m.Country != "" {
		place = strings.TrimPrefix(place+", "+m.Country, ", ")
	}
	w.add("Place", outside(place))
	w.add("Kind of merchant", outside(strings.TrimSpace(m.Code+" "+strings.TrimSpace(strings.TrimPrefix(m.Category, m.Code)))))
}
