package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readSettlement reads bulk-settlement#payment-received: our money for payments
// that Wise has made for us. It is the company's and names no customer. Whether the
// amount matches must be said: not said is not the same as no.
func readSettlement(f *fields, e *activity.Event) {
	const currency = "resource.source_currency"
	e.Key = activity.Key{Kind: activity.Settlement, ID: f.name("resource.settlement_reference")}
	f.need("resource.amount_matched")
	s := activity.SettlementDetail{
		Source:   f.amountIfAny("resource.source_amount", currency),
		Target:   f.numberIfAny("resource.target_amount"),
		Received: f.amountIfAny("resource.received_amount", currency),
		Matched:  f.truth("resource.amount_matched"),
	}
	e.Detail.Settlement = &s
	e.Shared = shared(plainAmount(s.Source), plainAmount(f.amountIfAny("resource.target_amount", currency)), strconv.FormatBool(s.Matched))
	f.handle(HandleReference, e.ID)
}
