// Package money holds amounts as Wise sends them: exact decimals beside a
// currency, never through a float and never rounded.
package money

import (
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"
)

// Amount is a decimal in one currency. The zero Amount (no currency) means "not known".
type Amount struct {
	Value    decimal.Decimal `json:"value"`    // as sent, with the digits as sent
	Currency string          `json:"currency"` // three letters as sent; may be unknown to us
}

// Known says whether there is an amount at all.
func (a Amount) Known() bool { return a.Currency != "" }

// Equal says whether two amounts are the same money: 5000 EUR is 5000.00 EUR.
func (a Amount) Equal(b Amount) bool {
	return a.Currency == b.Currency && a.Value.Equal(b.Value)
}

// Digits is the number of decimal places that the amount was sent with.
func (a Amount) Digits() int32 { return max(0, -a.Value.Exponent()) }

// stored is how an amount is kept in JSON: the decimal package's own form drops
// the zeros at the end, and with them the digits as sent.
type stored struct {
	Value    string `json:"value"`
	Currency string `json:"currency"`
}

// MarshalJSON writes {"value":"5000.00","currency":"EUR"} with the digits as sent.
func (a Amount) MarshalJSON() ([]byte, error) {
	return json.Marshal(stored{Value: a.Value.StringFixed(a.Digits()), Currency: a.Currency})
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (a *Amount) UnmarshalJSON(data []byte) error {
	var s stored
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("reading an amount: %w", err)
	}
	value, err := decimal.NewFromString(s.Value)
	if err != nil {
		return fmt.Errorf("reading an amount: %w", err)
	}
	*a = Amount{Value: value, Currency: s.Currency}
	return nil
}
