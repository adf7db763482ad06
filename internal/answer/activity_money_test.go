package answer_test

import (
	"testing"

	"transferdesk/internal/activity"
)

// TestBalancesBatchesAndSettlements: the customer's and the company's money, word for word.
func TestBalancesBatchesAndSettlements(t *testing.T) {
	says(t, []saying{
		{"a balance above the legal limit", thing(activity.HoldLimit, activity.Detail{HoldLimit: &activity.HoldLimitDetail{Amount: sum("310.86", "SGD")}}, "OPEN"), `
Balance limit, 310.86 SGD
The balance is above what the customer may hold by law.
Above the legal limit; problem, sender, tell, open
ask: The customer moves money out until the balance is below the limit.
Amount: 310.86 SGD
`},
		{"a balance below it again", thing(activity.HoldLimit, activity.Detail{HoldLimit: &activity.HoldLimitDetail{Amount: sum("310.86", "SGD"), ClosingReason: "MANUALLY_RESOLVED"}}, "OPEN", "CLOSED"), `
Balance limit, 310.86 SGD
The balance is within the legal limit again.
Below the limit again; done, nobody, tell
Amount: 310.86 SGD
How it ended: The excess was paid out
`},
		{"an overdraft in use", thing(activity.Overdraft, activity.Detail{Overdraft: &activity.OverdraftDetail{Used: sum("700", "EUR"), Limit: sum("1000", "EUR"), Percent: "70.0"}}), `
Overdraft
Wise has reported that 70.0 % of the overdraft is used.
; waiting, us, internal, open
ask: Look up the overdraft at Wise before saying anything: this was so when Wise reported it.
Used: 700.00 EUR
Limit: 1,000.00 EUR
`},
		{"an overdraft that is used up", thing(activity.Overdraft, activity.Detail{Overdraft: &activity.OverdraftDetail{Used: sum("1000", "EUR"), Limit: sum("1000", "EUR"), Percent: "100"}}), `
Overdraft
Wise has reported that the overdraft is used up.
; problem, us, internal, open
ask: Look up the overdraft at Wise before saying anything: this was so when Wise reported it.
Used: 1,000.00 EUR
Limit: 1,000.00 EUR
`},
		{"a balance account that is not active", thing(activity.Balance, activity.Detail{}, "INACTIVE"), `
Balance account 136
The balance account is not active: nothing goes in or out.
Not active; final, us, tell
ask: Ask Wise, if the customer did not close it.
`},
		{"a batch that is funded says nothing of payouts", thing(activity.Batch, activity.Detail{Batch: &activity.BatchDetail{Group: "068e186d", ReturnCode: "200"}}, "COMPLETED"), `
Funding of a batch payment
The batch is funded. That says nothing of the payouts of its transfers.
Funded; done, nobody, internal
ask: Look at each transfer for its payout.
Batch: 068e186d
Bank's return code: 200
Payment initiation: 136
`},
		{"a batch that is not funded", thing(activity.Batch, activity.Detail{Batch: &activity.BatchDetail{Group: "068e186d"}}, "NEW", "FAILED"), `
Funding of a batch payment
The funding failed: no transfer of the batch is paid for.
Not funded; problem, us, internal, open
ask: Find the batch's transfers and fund them anew. The event names only the batch.
Batch: 068e186d
Payment initiation: 136
`},
		{"a settlement that does not match", thing(activity.Settlement, activity.Detail{Settlement: &activity.SettlementDetail{Source: sum("-100.1", "GBP"), Target: "90.1", Received: sum("10.1", "GBP")}}), `
Bulk settlement 136
Not settled: what Wise received is not what it expected.
; problem, us, internal, open
ask: Treasury settles the difference with Wise.
Paid out by Wise for us: -100.10 GBP
Received in all (Wise names no currency): 90.1
Received in this payment: 10.10 GBP (Wise itself calls this figure inaccurate)
Difference, if in the same currency: 10.00 GBP
`},
		{"a settlement that matches", thing(activity.Settlement, activity.Detail{Settlement: &activity.SettlementDetail{Source: sum("-100.1", "GBP"), Target: "100.1", Matched: true}}), `
Bulk settlement 136
Settled: what Wise received is what it expected.
; done, nobody, internal
Paid out by Wise for us: -100.10 GBP
Received in all (Wise names no currency): 100.1
`},
		{"a recipient that was deleted", thing(activity.RecipientAccount, activity.Detail{Recipient: &activity.RecipientDetail{Currency: "EUR"}}, "CREATE", "DELETE"), `
Recipient 136
The recipient was deleted.
Deleted; final, us, internal
ask: Look for a transfer to this recipient that is not finished yet.
Currency: EUR
`},
	})
}
