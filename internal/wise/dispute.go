package wise

import (
	"cmp"
	"strconv"

	"transferdesk/internal/activity"
)

// readDispute reads transaction-disputes#update: a customer disputes a transaction
// of a card. The event repeats without a visible change. Its state is the sub-status
// where there is one, since ACTIVE and CLOSED say little.
func readDispute(f *fields, e *activity.Event) {
	e.Key = activity.Key{Kind: activity.Dispute, ID: f.name("resource.id")}
	e.Profile = f.id("resource.profile_id")
	d := activity.DisputeDetail{
		Reason:      f.textIfAny("reason"),
		Status:      f.code("status", "ACTIVE", "CLOSED"),
		SubStatus:   f.codeIfAny("sub_status", disputeStates...),
		Message:     f.textIfAny("status_message"),
		CreatedAt:   f.timeIfAny("created_at"),
		CanWithdraw: f.truth("can_withdraw"),
	}
	if transaction := f.idIfAny("resource.transaction_id"); transaction != 0 {
		d.Transaction = strconv.FormatInt(transaction, 10)
	}
	e.State = cmp.Or(d.SubStatus, d.Status)
	e.Detail.Dispute = &d
	e.Shared = shared(strconv.FormatInt(e.Profile, 10), d.Transaction, d.Reason, d.Status,
		strconv.FormatBool(d.CanWithdraw), plainTime(d.CreatedAt))
	f.handle(HandleDispute, e.ID)
	f.handle(HandlePayment, d.Transaction)
}

// disputeStates are the sub-statuses of a dispute (the table of disputes).
var disputeStates = []string{
	"SUBMITTED", "IN_REVIEW", "REFUND_IN_PROGRESS", "ATTEMPTING_RECOVERY", "REFUNDED",
	"REJECTED", "CONFIRMED", "RECOVERY_UNSUCCESSFUL", "WITHDRAWN",
}
