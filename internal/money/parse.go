package money

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// The reasons for which Parse refuses an amount.
var (
	ErrNotANumber = errors.New("not a number")
	ErrTooLong    = errors.New("more digits than an amount can have")
	ErrNoCurrency = errors.New("an amount without a currency")
)

// An amount of money needs far fewer; beyond them a few bytes would make numbers
// that fill the memory (1e999999999).
const (
	maxDigits   = 40
	maxExponent = 30
)

// Parse reads a JSON number exactly, with the digits as sent. It refuses what no
// amount of money can be: over 40 digits, or an exponent beyond ±30.
func Parse(n json.Number, currency string) (Amount, error) {
	if currency == "" {
		return Amount{}, ErrNoCurrency
	}
	value, err := parse(string(n))
	if err != nil {
		return Amount{}, fmt.Errorf("reading an amount: %w", err)
	}
	return Amount{Value: value, Currency: currency}, nil
}

func parse(n string) (decimal.Decimal, error) {
	mantissa, exponent, hasExponent := strings.Cut(strings.ToLower(n), "e")
	if !isPlain(mantissa) {
		return decimal.Decimal{}, ErrNotANumber
	}
	if len(strings.Trim(mantissa, "-")) > maxDigits+1 || digits(mantissa) > maxDigits {
		return decimal.Decimal{}, ErrTooLong
	}
	if hasExponent {
		if err := checkExponent(exponent); err != nil {
			return decimal.Decimal{}, err
		}
	}
	value, err := decimal.NewFromString(n)
	if err != nil {
		return decimal.Decimal{}, ErrNotANumber
	}
	if value.Exponent() > maxExponent || -value.Exponent() > maxDigits {
		return decimal.Decimal{}, ErrTooLong
	}
	return value, nil
}

// checkExponent refuses an exponent that is no number or too large, before a
// decimal is made of it.
func checkExponent(text string) error {
	exponent, err := strconv.Atoi(text)
	if errors.Is(err, strconv.ErrRange) {
		return ErrTooLong
	}
	if err != nil {
		return ErrNotANumber
	}
	if exponent > maxExponent || exponent < -maxExponent {
		return ErrTooLong
	}
	return nil
}

// isPlain holds the mantissa to JSON's grammar, since the decimal package takes
// more: a leading plus, a bare point, a Unicode minus.
func isPlain(mantissa string) bool {
	whole, fraction, hasPoint := strings.Cut(strings.TrimPrefix(mantissa, "-"), ".")
	if whole == "" || hasPoint && fraction == "" || len(whole) > 1 && whole[0] == '0' {
		return false
	}
	return digits(whole) == len(whole) && digits(fraction) == len(fraction)
}

func digits(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c >= '0' && c <= '9' {
			n++
		}
	}
	return n
}
