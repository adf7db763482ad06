package answer_test

import (
	"strings"
	"testing"

	"transferdesk/internal/activity"
)

// TestWhatWasTakenOnTheWay: instructed, less the fees before the conversion, times
// the rate, less the fees after it, is what was credited, or it is said that it is not.
func TestWhatWasTakenOnTheWay(t *testing.T) {
	fee := func(all ...string) []activity.Fee {
		var fees []activity.Fee
		for _, f := range all {
			value, currency, _ := strings.Cut(f, " ")
			fees = append(fees, activity.Fee{Amount: sum(value, currency)})
		}
		return fees
	}
	for _, c := range []struct {
		name  string
		d     activity.SwiftDetail
		taken string
		adds  string
	}{
		{"nothing declared and nothing missing", activity.SwiftDetail{Instructed: sum("100", "EUR"), Settled: sum("100.00", "EUR")},
			"None declared by the banks", "Yes."},
		{"nothing declared, and money is missing", activity.SwiftDetail{Instructed: sum("100", "EUR"), Settled: sum("88", "EUR")},
			"None declared by the banks", "No: 12.00 EUR is missing that nobody declared."},
		{"a fee explains it", activity.SwiftDetail{Instructed: sum("100", "EUR"), Settled: sum("88", "EUR"), Correspondent: fee("7 EUR", "5 EUR")},
			"12.00 EUR, declared by the banks", "Yes."},
		{"what the sender paid on top is no fee taken", activity.SwiftDetail{Instructed: sum("100", "EUR"), Settled: sum("103", "EUR"),
			Correspondent: []activity.Fee{{Type: "71F", Amount: sum("5", "EUR")}, {Type: "71G", Amount: sum("8", "EUR")}}},
			"5.00 EUR, declared by the banks", "Yes."},
		{"the fee of Wise explains it", activity.SwiftDetail{Instructed: sum("100", "EUR"), Settled: sum("99.5", "EUR"), WiseFees: fee("0.5 EUR")},
			"None declared by the banks", "Yes."},
		{"more was credited", activity.SwiftDetail{Instructed: sum("100", "EUR"), Settled: sum("101", "EUR")},
			"None declared by the banks", "No: 1.00 EUR more was credited than they give."},
		{"converted, fees on both sides", activity.SwiftDetail{Instructed: sum("1000", "USD"), Settled: sum("789.30", "GBP"), Rate: "0.8", Correspondent: fee("4.5 USD", "7.1 GBP")},
			"4.50 USD and 7.10 GBP, declared by the banks", "Yes."},
		{"the rounding of the rate is no gap", activity.SwiftDetail{Instructed: sum("1000", "USD"), Settled: sum("801.23", "GBP"), Rate: "0.8012"},
			"None declared by the banks", "Yes."},
		{"converted, and money is missing", activity.SwiftDetail{Instructed: sum("1000", "USD"), Settled: sum("780", "GBP"), Rate: "0.80000"},
			"None declared by the banks", "No: 20.00 GBP is missing that nobody declared."},
		{"a short rate hides no gap", activity.SwiftDetail{Instructed: sum("1000", "USD"), Settled: sum("799", "GBP"), Rate: "0.8"},
			"None declared by the banks", "No: 1.00 GBP is missing that nobody declared."},
		{"no rate", activity.SwiftDetail{Instructed: sum("1000", "USD"), Settled: sum("780", "GBP")},
			"None declared by the banks", "Cannot be said: there is no exchange rate."},
		{"a fee in a third currency", activity.SwiftDetail{Instructed: sum("1000", "USD"), Settled: sum("780", "GBP"), Rate: "0.8", Correspondent: fee("3 EUR")},
			"3.00 EUR, declared by the banks", "Cannot be said: a fee is in another currency."},
		{"the sender's amount is missing", activity.SwiftDetail{Settled: sum("780", "GBP")},
			"None declared by the banks", "Cannot be said: an amount is missing."},
	} {
		got := map[string]string{}
		for _, r := range saidOf(thing(activity.SwiftCredit, activity.Detail{Swift: &c.d})).Rows {
			got[r.Label] = r.Value
		}
		if got["Taken on the way"] != c.taken || got["Do these amounts add up?"] != c.adds {
			t.Errorf("%s: %q, and %q", c.name, got["Taken on the way"], got["Do these amounts add up?"])
		}
	}
	if rows := saidOf(thing(activity.SwiftCredit, activity.Detail{Swift: &activity.SwiftDetail{}})).Rows; len(rows) != 0 {
		t.Errorf("nothing is known, and it says %+v", rows)
	}
}

// TestNoAccountNumberIsShown: of any account the last four characters, of a short
// one nothing.
func TestNoAccountNumberIsShown(t *testing.T) {
	d := spelled
	for account, want := range map[string]string{
		"DE89 3704 0044 0532 0130 00": "•••• 3000", "12345678": "•••• 5678", "1234": "••••", "12": "••••", "": "", "--": "",
	} {
		d.Sender.Account = account
		got := ""
		for _, r := range saidOf(thing(activity.SwiftCredit, activity.Detail{Swift: &d})).Rows {
			if r.Label == "Sender's account" {
				got = r.Value
			}
		}
		if got != want {
			t.Errorf("%q is shown as %q", account, got)
		}
	}
}
