package answer

import (
	"encoding/json"
	"strings"

	"transferdesk/internal/activity"
	"transferdesk/internal/money"
)

// addPath puts the money's way one step at a time: what was instructed, what the
// banks took before and after the conversion, the rate, Wise's fees, and what was
// settled. An empty list of fees is none declared, not none.
func (s scene) addPath(w *activityWords, d activity.SwiftDetail) {
	if !d.Instructed.Known() && !d.Settled.Known() {
		return
	}
	w.addAmount("Instructed by the sender", d.Instructed)
	converted := d.Instructed.Currency != d.Settled.Currency
	for _, f := range d.Correspondent {
		w.addAmount("Fee of a bank on the way"+place(f, d, converted), f.Amount)
	}
	if len(d.Correspondent) == 0 {
		w.add("Fees of banks on the way", "None declared")
	}
	if converted {
		w.add("Exchange rate", brief(d.Rate, 20))
	}
	for _, f := range d.WiseFees {
		w.addAmount(s.feeName(f, "Fee of Wise"), f.Amount)
	}
	if len(d.WiseFees) == 0 {
		w.add("Fees of Wise", "None declared")
	}
	w.addAmount("Credited", d.Settled)
	w.add("Taken on the way", taken(d))
	w.add("Do these amounts add up?", addsUp(d, converted))
}

// place says on which side of the conversion a fee was taken.
func place(f activity.Fee, d activity.SwiftDetail, converted bool) string {
	switch {
	case !converted:
		return ""
	case f.Amount.Currency == d.Instructed.Currency:
		return ", before the conversion"
	case f.Amount.Currency == d.Settled.Currency:
		return ", after the conversion"
	}
	return ", in another currency"
}

// taken adds up what the banks on the way declared, each currency by itself.
func taken(d activity.SwiftDetail) string {
	var sums []money.Amount
	for _, f := range d.Correspondent {
		sums = plus(sums, f.Amount)
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

// addsUp holds instructed − fees before, times the rate, − fees after against what
// was settled. A difference that the rounding of the rate explains is none.
func addsUp(d activity.SwiftDetail, converted bool) string {
	if !d.Instructed.Known() || !d.Settled.Known() {
		return "Cannot be said: an amount is missing."
	}
	one, _ := money.Parse("1", d.Settled.Currency)
	rate := one
	if converted {
		parsed, err := money.Parse(json.Number(d.Rate), d.Settled.Currency)
		if err != nil {
			return "Cannot be said: there is no exchange rate."
		}
		rate = parsed
	}
	before, after := d.Instructed.Value, one.Value.Sub(one.Value)
	for _, f := range append(append([]activity.Fee(nil), d.Correspondent...), d.WiseFees...) {
		switch {
		case converted && f.Amount.Currency == d.Instructed.Currency:
			before = before.Sub(f.Amount.Value)
		case f.Amount.Currency == d.Settled.Currency:
			after = after.Add(f.Amount.Value)
		default:
			return "Cannot be said: a fee is in another currency."
		}
	}
	off := before.Mul(rate.Value).Sub(after).Sub(d.Settled.Value)
	slack := one.Value.Shift(-max(d.Settled.Digits(), 2))
	if converted {
		slack = slack.Add(before.Abs().Mul(one.Value.Shift(-rate.Digits())))
	}
	if off.Abs().LessThanOrEqual(slack) {
		return "Yes."
	}
	gap := amount(money.Amount{Value: off.Abs().Round(max(d.Settled.Digits(), 2)), Currency: d.Settled.Currency})
	if off.IsNegative() {
		return "No: " + gap + " more was credited than they give."
	}
	return "No: " + gap + " is missing that nobody declared."
}
