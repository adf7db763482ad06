// Package money holds amounts as Wise sends them: exact decimals beside a
// currency, never through a float and never rounded.
package money

import "github.com/shopspring/decimal"

// Amount is a decimal in one currency. The zero Amount (no currency) means "not known".
type Amount struct {
	Value    decimal.Decimal `json:"value"`    // as sent, with the digits as sent
	Currency string          `json:"currency"` // three letters as sent; may be unknown to us
}

// Known says whether there is an amount at all.
func (a Amount) Known() bool { return a.Currency != "" }
