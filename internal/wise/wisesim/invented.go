package wisesim

import (
	"fmt"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// spot is a currency as an account in it looks: its country, how accounts are
// numbered there, and what a hundred euros are worth.
type spot struct {
	country, kind string
	worth         int64
}

// spots are the currencies of places.
var spots = map[string]spot{
	"EUR": {"DE", "iban", 100}, "GBP": {"GB", "sort_code", 86}, "USD": {"US", "aba", 108}, "INR": {"IN", "indian", 9130},
	"BRL": {"BR", "brazil", 612}, "JPY": {"JP", "japanese", 16350}, "PLN": {"PL", "iban", 427}, "SGD": {"SG", "singapore", 145},
	"KWD": {"KW", "swift_code", 33}, "CLP": {"CL", "chile", 101200}, "AUD": {"AU", "australian", 165},
}

// countryOf is where a customer lives whose money is in a currency.
func countryOf(currency string) string { return spots[currency].country }

// The names of recipients: every family is called "example" in some language.
var (
	payees   = strings.Fields("Rosa Viktor Amara Piotr Lin Grace Hugo Yara Oskar Bela Nils Dina Farid Ines Tove Marek")
	examples = strings.Fields("Example Beispiel Ejemplo Esempio Exemple Exemplo Voorbeeld Eksempel Esimerkki Sample")
	reasons  = strings.Fields("Rent Invoice Salary Tuition Deposit Gift Repair Holiday")
)

// details tells all of a recipient. The number has check digits that no bank gives.
func (r recipient) details(of *profile) Recipient {
	at := spots[r.currency]
	number := fmt.Sprintf("%010d", r.account)
	if at.kind == "iban" {
		number = fmt.Sprintf("%s00SIMU%014d", at.country, r.account)
	}
	return Recipient{
		ID: r.account, Profile: of.id, Name: payees[r.account%int64(len(payees))] + " " + examples[r.account/7%int64(len(examples))],
		Currency: r.currency, Country: at.country, Type: at.kind, Number: number, BankName: "Sample Bank of " + at.country,
	}
}

// details tells all of a payment as it stands.
func (p *payment) details() Payment {
	rate, from, to := p.rate(), p.from.currency, p.to.currency
	return Payment{
		ID: p.id, Profile: p.from.id, Recipient: p.to.account, State: p.now.state, Reference: p.reference(), Rate: rate.String(),
		SourceValue: p.amount.StringFixed(digitsOf(from)), SourceCurrency: from,
		TargetValue: p.amount.Mul(rate).StringFixed(digitsOf(to)), TargetCurrency: to,
		Created: p.start.UTC().Truncate(time.Second), SentAt: p.now.sent.UTC(), Hindered: p.now.hinder,
	}
}

// rate is what one unit of the customer's currency is worth in the recipient's; it
// moves a little from payment to payment.
func (p *payment) rate() decimal.Decimal {
	if p.from.currency == p.to.currency {
		return decimal.New(1, 0)
	}
	moved := decimal.New(9950+p.id*37%100, -4)
	return decimal.New(spots[p.to.currency].worth, 0).Div(decimal.New(spots[p.from.currency].worth, 0)).Mul(moved).Round(6)
}

// reference is what the customer wrote for the recipient; one in six wrote nothing.
func (p *payment) reference() string {
	if p.id%6 == 0 {
		return ""
	}
	return fmt.Sprintf("%s %d", reasons[p.id/6%int64(len(reasons))], p.id%10_000)
}
