package answer

import (
	"encoding/json"

	"transferdesk/internal/activity"
	"transferdesk/internal/money"
	"transferdesk/internal/reason"
)

// saySettlement: whether what we paid covers what Wise paid out for us. It is the
// company's, and for the desk alone.
func (s scene) saySettlement() activityWords {
	w := s.plain("Bulk settlement " + outside(s.Facts.ID))
	d := s.Facts.Detail.Settlement
	if d == nil {
		return w
	}
	w.headline = "Settled: what Wise received is what it expected."
	w.word = reason.Word{Who: reason.Nobody, Standing: reason.Good}
	if !d.Matched {
		w.headline = "Not settled: what Wise received is not what it expected."
		w.word = reason.Word{Who: reason.Us, Ask: "Treasury settles the difference with Wise.", Standing: reason.Trouble}
	}
	w.addAmount("Paid out by Wise for us", d.Source)
	w.add("Received in all (Wise names no currency)", outside(d.Target))
	if d.Received.Known() {
		w.add("Received in this payment", amount(d.Received)+" (Wise itself calls this figure inaccurate)")
	}
	if gap, ok := difference(*d); ok && !d.Matched {
		w.addAmount("Difference, if in the same currency", gap)
	}
	return w
}

// difference is what is missing (or, below zero, too much), if what was received
// is in the currency of what was paid out.
func difference(d activity.SettlementDetail) (money.Amount, bool) {
	if !d.Source.Known() {
		return money.Amount{}, false
	}
	target, err := money.Parse(json.Number(d.Target), d.Source.Currency)
	if err != nil {
		return money.Amount{}, false
	}
	return money.Amount{Value: d.Source.Value.Abs().Sub(target.Value), Currency: d.Source.Currency}, true
}
