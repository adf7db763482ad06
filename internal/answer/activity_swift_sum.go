package answer

import (
	"encoding/json"
	"slices"

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
		if paidOnTop(f) {
			w.addAmount("Paid on top by the sender, for the receiving bank", f.Amount)
			continue
		}
		w.addAmount("Fee of a bank on the way"+place(f, d, converted), f.Amount)
	}
	if len(d.Correspondent) == 0 {
		w.add("Fees of banks on the way", "None declared")
	}
	if converted {
		w.add("Exchange rate", brief(d.Rate, 20))
	}
	s.addEnd(w, d)
	w.add("Taken on the way", taken(d))
	w.add("Do these amounts add up?", addsUp(d, converted))
}

// addEnd puts the last of the way: what Wise took, and what was credited. A raw
// message ends where the banks settled it, and knows nothing of Wise's fees.
func (s scene) addEnd(w *activityWords, d activity.SwiftDetail) {
	if byMessage(d) {
		w.add("Fees of Wise", "Not in the message")
		w.addAmount("Settled between the banks, by the message", d.Settled)
		return
	}
	for _, f := range d.WiseFees {
		w.addAmount(s.feeName(f, "Fee of Wise"), f.Amount)
	}
	if len(d.WiseFees) == 0 {
		w.add("Fees of Wise", "None declared")
	}
	w.addAmount("Credited", d.Settled)
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

// addsUp holds instructed − fees before, times the rate, − fees after against what
// was settled.
func addsUp(d activity.SwiftDetail, converted bool) string {
	if !d.Instructed.Known() || !d.Settled.Known() {
		return "Cannot be said: an amount is missing."
	}
	rate, err := money.Parse("1", d.Settled.Currency)
	if converted {
		rate, err = money.Parse(json.Number(d.Rate), d.Settled.Currency)
	}
	if err != nil {
		return "Cannot be said: there is no exchange rate."
	}
	before, after, ok := onBothSides(d)
	if !ok {
		return "Cannot be said: a fee is in another currency."
	}
	off := money.Amount{Value: before.Value.Mul(rate.Value).Add(after.Value).Sub(d.Settled.Value), Currency: d.Settled.Currency}
	return verdict(off, d.Settled, converted)
}

// onBothSides gives what is left of the instructed amount before the conversion,
// and what the fees after it come to, below zero; what the sender paid on top adds
// to either. Not ok: a fee is on neither side.
func onBothSides(d activity.SwiftDetail) (before, after money.Amount, ok bool) {
	before, after = d.Instructed, money.Amount{Currency: d.Settled.Currency}
	for _, f := range slices.Concat(d.Correspondent, d.WiseFees) {
		off := f.Amount.Value
		if paidOnTop(f) {
			off = off.Neg()
		}
		switch f.Amount.Currency {
		case d.Settled.Currency:
			after.Value = after.Value.Sub(off)
		case d.Instructed.Currency:
			before.Value = before.Value.Sub(off)
		default:
			return before, after, false
		}
	}
	return before, after, true
}

// verdict says whether what is left over is within the rounding: one of the last
// digit, and behind a conversion a part in 20,000, since rates come rounded to five
// digits and more.
func verdict(off, settled money.Amount, converted bool) string {
	digits := max(settled.Digits(), 2)
	slack, _ := money.Parse("1", settled.Currency)
	slack.Value = slack.Value.Shift(-digits)
	if converted {
		part, _ := money.Parse("0.00005", settled.Currency)
		slack.Value = slack.Value.Add(settled.Value.Abs().Mul(part.Value))
	}
	if off.Value.Abs().LessThanOrEqual(slack.Value) {
		return "Yes."
	}
	gap := amount(money.Amount{Value: off.Value.Abs().Round(digits), Currency: off.Currency})
	if off.Value.IsNegative() {
		return "No: " + gap + " more was credited than they give."
	}
	return "No: " + gap + " is missing that nobody declared."
}
