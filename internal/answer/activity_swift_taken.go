package answer

import (
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/money"
)

// paidOnTop says whether a fee is what the sender paid beside the amount, for the
// receiving bank: field 71G of an MT103, which is part of what the banks settled
// (32A is 33B less 71F and with 71G).
func paidOnTop(f activity.Fee) bool { return f.Type == "71G" }

// taken adds up what the banks on the way declared, each currency by itself.
func taken(d activity.SwiftDetail) string {
	var sums []money.Amount
	for _, f := range d.Correspondent {
		if !paidOnTop(f) {
			sums = plus(sums, f.Amount)
		}
	}
	if len(sums) == 0 {
		return "None declared by the banks"
	}
	var parts []string
	for _, sum := range sums {
		parts = append(parts, amount(sum))
	}
	return strings.Join(parts, " and ") + ", declared by the banks"
}

// plus adds an amount to the sum in its currency.
func plus(sums []money.Amount, a money.Amount) []money.Amount {
	for i, sum := range sums {
		if sum.Currency == a.Currency {
			sums[i].Value = sum.Value.Add(a.Value)
			return sums
		}
	}
	return append(sums, a)
}
