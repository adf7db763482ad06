package answer_test

import (
	"testing"

	"transferdesk/internal/activity"
)

// cash is the seeds' own example of a card transaction.
var cash = activity.TransactionDetail{
	Token: "ABCD-1234", LastDigits: "1234", Type: "CASH_WITHDRAWAL", Step: "AUTH", Amount: sum("100.00", "EUR"), WithFees: sum("101.00", "EUR"), Billing: sum("100.00", "EUR"),
	Fees:     []activity.Fee{{Type: "ATM_WITHDRAWAL", Amount: sum("1.00", "EUR")}},
	Debits:   []activity.Leg{{Balance: "123", Amount: sum("165.96", "AUD"), For: sum("101.00", "EUR"), Rate: "0.61223252", Fee: sum("0.99", "AUD")}},
	Merchant: activity.Merchant{Code: "6011", Category: "6011 Z Member Financial Institut"}, Method: "CHIP_AND_PIN", ARN: "04300014127798385983852", CreatedAt: clock("16 Nov 11:00"),
}

// TestCardTransactions: what became of a card payment, word for word.
func TestCardTransactions(t *testing.T) {
	says(t, []saying{
		{"cash from a machine, with every fee", thing(activity.CardTransaction, activity.Detail{Transaction: &cash}, "IN_PROGRESS"), `
Cash withdrawal, 100.00 EUR
Reserved on the balance; it is not final yet.
Reserved; moving, nobody, tell
ask: No cash, but debited: a dispute at once.
Amount: 100.00 EUR
With fees: 101.00 EUR
Billed: 100.00 EUR
Fee of Wise for the withdrawal: 1.00 EUR
Taken from balance 123: 165.96 AUD for 101.00 EUR at 0.61223252, fee 0.99 AUD
Kind of merchant: 6011 Z Member Financial Institut
Last step: Authorisation
How it was confirmed: Chip and pin
Card: Card ending 1234
Card token: ABCD-1234
Acquirer's reference (ARN): 04300014127798385983852
Begun: 16 Nov 2026, 11:00 UTC
`},
		{"a decline by the plain reason", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Type: "ECOM_PURCHASE", Amount: sum("12", "EUR"), Merchant: activity.Merchant{Name: "Bakery", City: "Lyon", Country: "FR"}, Decline: "INSUFFICIENT_FUNDS"}}, "DECLINED"), `
Online card payment, 12.00 EUR at Bakery
Not paid: not enough money on the balance.
Declined; final, sender, tell
ask: Add money in that currency, or change the limit; then pay again.
Why: The balance or a limit did not cover it.
Amount: 12.00 EUR
Merchant: Bakery
Place: Lyon, FR
`},
		{"the detailed reason wins over the plain one", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Type: "POS_PURCHASE", Amount: sum("12", "EUR"), Decline: "PAYMENT_METHOD_NOT_ALLOWED", Detailed: "CONTACTLESS_DISABLED"}}, "DECLINED"), `
Card payment, 12.00 EUR
Not paid: this way of paying is switched off.
Declined; final, sender, tell
ask: The customer switches it on, unfreezes or activates the card, or replaces it.
Why: The card does not allow it at present.
Amount: 12.00 EUR
`},
		{"a decline without a reason", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Amount: sum("12", "EUR")}}, "DECLINED"), `
Card transaction, 12.00 EUR
Not paid: declined, and Wise gives no reason.
Declined; final, us, internal
ask: Ask Wise for the reason: none was given.
Amount: 12.00 EUR
`},
		{"a decline that nobody knows", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Amount: sum("12", "EUR"), Decline: "ATM_PIN_CHANGE_NOT_ALLOWED"}}, "DECLINED"), `
Card transaction, 12.00 EUR
Not paid: Wise gives a reason that we don't know yet.
Declined; final, us, internal
ask: Ask Wise what it means; do not ask the customer for anything before that.
Wise's reason: ATM_PIN_CHANGE_NOT_ALLOWED
Amount: 12.00 EUR
`},
		{"a suspicion that may be told softly names none", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Amount: sum("12", "EUR"), Decline: "SUSPECTED_FRAUD"}}, "DECLINED"), `
Card transaction, 12.00 EUR
Not paid: stopped as a precaution.
Declined; final, us, softly
ask: Ask Wise, if the customer made the payment. Whoever did not make it: fraud line.
Why: Wise stopped it as a precaution.
Amount: 12.00 EUR
`},
		{"a refund is a transaction of its own", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Type: "REFUND", Amount: sum("12", "EUR")}}, "COMPLETED"), `
Card refund, 12.00 EUR
Put on the balance.
Completed; done, nobody, tell
Amount: 12.00 EUR
Note: A refund is a transaction of its own; the first payment stays as it was.
`},
		{"a completed purchase", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Type: "POS_PURCHASE", Amount: sum("12", "EUR")}}, "IN_PROGRESS", "COMPLETED"), `
Card payment, 12.00 EUR
Taken from the balance.
Completed; done, nobody, tell
ask: A wrong charge is a dispute, not a recall.
Amount: 12.00 EUR
`},
		{"a pre-authorisation", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Type: "POS_PURCHASE", Amount: sum("80", "EUR"), Confirmed: new(bool)}}, "IN_PROGRESS"), `
Card payment, 80.00 EUR
Reserved in advance; the amount is not confirmed and can change.
Reserved; moving, nobody, tell
Amount: 80.00 EUR
`},
		{"a card that was only tried", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Type: "ECOM_PURCHASE", Amount: sum("0", "EUR")}}, "IN_PROGRESS"), `
Online card payment, 0.00 EUR
No money is asked for: the merchant only tried whether the card works.
No money asked for; moving, nobody, tell
Amount: 0.00 EUR
`},
		{"a balance enquiry at a cash machine", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Amount: sum("0", "EUR"), Merchant: activity.Merchant{Code: "6011"}}}, "COMPLETED"), `
Card transaction, 0.00 EUR
No money moved: the balance was asked for at a cash machine.
Completed; done, nobody, tell
Amount: 0.00 EUR
Kind of merchant: 6011
`},
		{"released, and not certainly over", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Amount: sum("12", "EUR")}}, "IN_PROGRESS", "CANCELLED"), `
Card transaction, 12.00 EUR
Released; the merchant may still take it later and complete it.
Released; moving, nobody, tell
ask: Do not promise that it is over.
Amount: 12.00 EUR
`},
		{"not confirmed is not declined", thing(activity.CardTransaction, activity.Detail{Transaction: &activity.TransactionDetail{Amount: sum("12", "EUR")}}, "UNKNOWN"), `
Card transaction, 12.00 EUR
Wise cannot confirm how it stands; do not call it declined.
Not confirmed; problem, us, internal, open
ask: Ask Wise how it stands.
Amount: 12.00 EUR
`},
	})
}
