package money_test

import (
	"encoding/json"
	"testing"

	"transferdesk/internal/money"
)

func TestADifferenceIsExactAndOfOneCurrency(t *testing.T) {
	of := func(number, currency string) money.Amount {
		a, err := money.Parse(json.Number(number), currency)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	for _, c := range []struct {
		name string
		a, b money.Amount
		want string
	}{
		{"less", of("1250", "EUR"), of("1222.5", "EUR"), "27.50 EUR"},
		{"more", of("0.1", "EUR"), of("0.3", "EUR"), "-0.20 EUR"},
		{"the same", of("5000", "EUR"), of("5000.00", "EUR"), "0.00 EUR"},
		{"what no float can hold", of("9007199254740993", "JPY"), of("9007199254740992", "JPY"), "1 JPY"},
		{"in a currency of no country", of("2", "XXQ"), of("1", "XXQ"), "1 XXQ"},
		{"two currencies", of("2", "EUR"), of("1", "GBP"), ""},
		{"not known", money.Amount{}, of("1", "EUR"), ""},
		{"neither known", money.Amount{}, money.Amount{}, ""},
	} {
		got, ok := c.a.Minus(c.b)
		if got.String() != c.want || ok != (c.want != "") {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, ok, c.want)
		}
	}
	for _, c := range []struct {
		a    money.Amount
		want bool
	}{{of("0.01", "EUR"), true}, {of("0", "EUR"), false}, {of("-1", "EUR"), false}, {of("5", "XXQ"), false}, {of("5", "eur"), false}, {money.Amount{}, false}} {
		if c.a.Payable() != c.want {
			t.Errorf("%q can be paid: %v", c.a, !c.want)
		}
	}
}
