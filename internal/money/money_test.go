package money_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"transferdesk/internal/money"

	"pgregory.net/rapid"
)

func TestAmountsAsWritten(t *testing.T) {
	for _, tt := range []struct{ name, number, currency, text, decimal string }{
		{"a whole number has the digits of its currency", "5000", "EUR", "5,000.00 EUR", "5000.00"},
		{"digits as sent are kept", "5000.10", "EUR", "5,000.10 EUR", "5000.10"},
		{"more digits than the currency has are never rounded", "9.6005", "GBP", "9.6005 GBP", "9.6005"},
		{"zeros at the end count", "9.6000", "GBP", "9.6000 GBP", "9.6000"},
		{"yen has none", "5000", "JPY", "5,000 JPY", "5000"},
		{"yen with digits keeps them", "5000.5", "JPY", "5,000.5 JPY", "5000.5"},
		{"dinar has three", "1.5", "BHD", "1.500 BHD", "1.500"},
		{"Kuwait too", "12345.678", "KWD", "12,345.678 KWD", "12345.678"},
		{"rupees have two on paper, whatever cash does", "7", "PKR", "7.00 PKR", "7.00"},
		{"nothing is something", "0", "EUR", "0.00 EUR", "0.00"},
		{"less than nothing", "-1234567.5", "EUR", "-1,234,567.50 EUR", "-1234567.50"},
		{"three digits need no comma", "-999", "EUR", "-999.00 EUR", "-999.00"},
		{"an exponent is written out", "1.5e3", "EUR", "1,500.00 EUR", "1500.00"},
		{"a negative exponent too", "15E-3", "EUR", "0.015 EUR", "0.015"},
		{"what no float could hold", "9007199254740993.01", "EUR", "9,007,199,254,740,993.01 EUR", "9007199254740993.01"},
		{"an unknown currency prints as sent", "5000.5", "XYZ", "5000.5 XYZ", "5000.5"},
		{"a currency in small letters is not one", "5000", "eur", "5000 eur", "5000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := money.Parse(json.Number(tt.number), tt.currency)
			if err != nil {
				t.Fatal(err)
			}
			if got := a.String(); got != tt.text {
				t.Errorf("text: got %q, want %q", got, tt.text)
			}
			if got := a.Decimal(); got != tt.decimal {
				t.Errorf("decimal: got %q, want %q", got, tt.decimal)
			}
		})
	}
}

func TestNotAnAmount(t *testing.T) {
	for _, tt := range []struct {
		name, number, currency string
		want                   error
	}{
		{"a memory full of zeros", "1e999999999", "EUR", money.ErrTooLong},
		{"a fraction as long", "1e-999999999", "EUR", money.ErrTooLong},
		{"an exponent that no number holds", "1e99999999999999999999", "EUR", money.ErrTooLong},
		{"an exponent of 31", "1e31", "EUR", money.ErrTooLong},
		{"41 digits", strings.Repeat("9", 41), "EUR", money.ErrTooLong},
		{"41 zeros behind the point", "0." + strings.Repeat("0", 41), "EUR", money.ErrTooLong},
		{"words", "five", "EUR", money.ErrNotANumber},
		{"nothing", "", "EUR", money.ErrNotANumber},
		{"a plus", "+5", "EUR", money.ErrNotANumber},
		{"a bare point", ".5", "EUR", money.ErrNotANumber},
		{"a point at the end", "5.", "EUR", money.ErrNotANumber},
		{"a zero in front", "05", "EUR", money.ErrNotANumber},
		{"two points", "1.2.3", "EUR", money.ErrNotANumber},
		{"a typographic minus", "\u22125", "EUR", money.ErrNotANumber},
		{"an exponent without number", "1e", "EUR", money.ErrNotANumber},
		{"not a number by name", "NaN", "EUR", money.ErrNotANumber},
		{"no currency", "5", "", money.ErrNoCurrency},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if a, err := money.Parse(json.Number(tt.number), tt.currency); !errors.Is(err, tt.want) {
				t.Errorf("got %v, %v; want %v", a, err, tt.want)
			}
		})
	}
}

func TestFortyDigitsAndAnExponentOfThirtyAreAmounts(t *testing.T) {
	for _, number := range []string{strings.Repeat("9", 40), "1e30", "1e-30", "-" + strings.Repeat("9", 38) + ".99"} {
		if _, err := money.Parse(json.Number(number), "EUR"); err != nil {
			t.Errorf("%s: %v", number, err)
		}
	}
}

func TestStorageKeepsDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.StringMatching(`-?(0|[1-9][0-9]{0,18})(\.[0-9]{1,9})?([eE][+-]?[0-9])?`).Draw(t, "number")
		a, err := money.Parse(json.Number(number), rapid.SampledFrom([]string{"EUR", "JPY", "XYZ"}).Draw(t, "currency"))
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var back money.Amount
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if back.String() != a.String() || back.Digits() != a.Digits() || !back.Equal(a) {
			t.Fatalf("sent %s, stored as %s, read back as %s", a, text, back)
		}
	})
}

func TestStoredAmountThatIsNone(t *testing.T) {
	var a money.Amount
	for _, text := range []string{`{"value":"x","currency":"EUR"}`, `5`} {
		if err := json.Unmarshal([]byte(text), &a); err == nil {
			t.Errorf("%s: read as %v", text, a)
		}
	}
}

func TestTheZeroAmountIsNotKnown(t *testing.T) {
	var a money.Amount
	if a.Known() || a.String() != "" || a.Decimal() != "" {
		t.Errorf("got %q", a)
	}
}

func TestEqualOnlyInOneCurrency(t *testing.T) {
	five, _ := money.Parse("5", "EUR")
	cents, _ := money.Parse("5.00", "EUR")
	yen, _ := money.Parse("5", "JPY")
	if !five.Equal(cents) {
		t.Error("5 EUR is 5.00 EUR")
	}
	if five.Equal(yen) {
		t.Error("five euros are not five yen")
	}
}
