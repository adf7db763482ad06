package answer_test

import (
	"testing"

	"transferdesk/internal/activity"
)

// TestDisputes: how far a dispute is, with no outcome promised.
func TestDisputes(t *testing.T) {
	says(t, []saying{
		{"withdrawn", thing(activity.Dispute, activity.Detail{Dispute: &activity.DisputeDetail{Transaction: "4337", Reason: "WRONG_AMOUNT", Status: "CLOSED", SubStatus: "WITHDRAWN"}}, "WITHDRAWN"), `
Card dispute: charged the wrong amount or currency
The dispute is over: the customer withdrew it.
Withdrawn; final, nobody, tell
Card transaction: 4337
What the customer says: Charged the wrong amount or currency
Can be withdrawn: No
Dispute: 136
`},
		{"a payment that the customer did not make", thing(activity.Dispute, activity.Detail{Dispute: &activity.DisputeDetail{Transaction: "4337", Reason: "CARD_POSSESSION", CanWithdraw: true}}, "SUBMITTED", "IN_REVIEW"), `
Card dispute: not recognised, with the card at hand
Wise is working on the dispute, and may ask for more.
With Wise; waiting, wise, tell, open
ask: Wise acts. Do not promise an outcome. The customer says that they did not make the payment: fraud line.
Card transaction: 4337
What the customer says: Not recognised, with the card at hand
Can be withdrawn: Yes
Dispute: 136
`},
		{"confirmed is not good news", thing(activity.Dispute, activity.Detail{}, "CONFIRMED"), `
Card dispute
The dispute is over without a refund: “confirmed” is the payment, not the claim.
Closed without a refund; final, nobody, tell
ask: This is not good news for the customer: do not say that the dispute was confirmed.
Can be withdrawn: No
Dispute: 136
`},
	})
}
