package wise

import "transferdesk/internal/transfer"

// readBalanceCredit reads balances#credit, the older of the two events about money
// that comes into a balance. It names the account and not the balance in it, and no
// transfer; balances#update tells of the same money.
func readBalanceCredit(f *fields, e *transfer.Event) {
	e.Kind = transfer.BalanceCredit
	e.Profile = f.id("resource.profile_id")
	e.Movement = &transfer.Movement{
		AccountID:    f.id("resource.id"),
		Credit:       f.credit("transaction_type"),
		Amount:       f.amount("amount", "currency"),
		BalanceAfter: f.amountIfAny("post_transaction_balance_amount", "currency"),
	}
	if !e.Movement.Credit && !f.test {
		f.refuse(whyDirection, "transaction_type")
	}
}
