package wise

import (
	"strconv"
	"strings"

	"transferdesk/internal/transfer"
)

// readBalanceUpdate reads balances#update. Versions before 2.2.0 do not name the
// balance; step_id and the balance after came with 3.0.0 and are read where they
// stand.
func readBalanceUpdate(f *fields, e *transfer.Event) {
	e.Kind = transfer.BalanceUpdate
	e.Profile = f.id("resource.profile_id")
	m := transfer.Movement{
		AccountID:    f.id("resource.id"),
		Credit:       f.credit("transaction_type"),
		Amount:       f.amount("amount", "currency"),
		StepID:       f.idIfAny("step_id"),
		Reference:    f.textIfAny("transfer_reference"),
		Channel:      f.textIfAny("channel_name"),
		BalanceAfter: f.amountIfAny("post_transaction_balance_amount", "currency"),
	}
	if f.version == "2.1.0" {
		m.BalanceID = f.idIfAny("balance_id")
	} else {
		m.BalanceID = f.id("balance_id")
	}
	e.Movement = &m
	if e.Transfer = referredTransfer(m.Reference); e.Transfer == 0 {
		f.handle(HandleReference, m.Reference)
	}
}

// credit reads the direction of a movement; any other word than the two would
// turn money round, so it is refused.
func (f *fields) credit(path string) bool {
	switch direction := f.text(path); {
	case strings.EqualFold(direction, "credit"):
		return true
	case strings.EqualFold(direction, "debit") || direction == "":
		return false
	default:
		f.refuse(whyDirection, path)
		return false
	}
}

// referredTransfer gives the transfer that a reference names: a positive int64
// in plain digits. Others (BNK-…, blank) name none, then 0.
func referredTransfer(reference string) int64 {
	id, err := strconv.ParseInt(reference, 10, 64)
	if err != nil || id <= 0 || strconv.FormatInt(id, 10) != reference {
		return 0
	}
	return id
}
