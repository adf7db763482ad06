package wise

import (
	"strconv"

	"transferdesk/internal/activity"
)

// readAccountDetailsPayment reads account-details-payment#state-change: money that
// somebody paid into account details. It names the transfer that carries it on, and
// the sender, though Wise says that events hold no personal data.
func readAccountDetailsPayment(f *fields, e *activity.Event) {
	states := []string{"PROCESSING", "COMPLETED", "CANCELLED", "REFUNDED"}
	e.Key = activity.Key{Kind: activity.DetailsPayment, ID: strconv.FormatInt(f.id("resource.id"), 10)}
	e.Profile = f.id("resource.profile_id")
	e.Transfer = f.idIfAny("transfer.id")
	e.From, e.State = f.codeIfAny("previous_state", states...), f.code("current_state", states...)
	payment := activity.PaymentDetail{
		Type:    f.textIfAny("transfer.type"),
		Amount:  f.amountIfAny("transfer.amount", "transfer.currency"),
		Details: f.textIfAny("account_details_id"),
		Target:  f.textIfAny("target_account_id"),
		Sender: activity.Party{
			Name:    f.textIfAny("sender.name"),
			Account: f.textIfAny("sender.account_number"),
			Address: f.textIfAny("sender.address"),
			Bank:    f.textIfAny("sender.bank_code"),
		},
	}
	e.Detail.Payment = &payment
	e.Shared = shared(strconv.FormatInt(e.Transfer, 10), plainAmount(payment.Amount), payment.Details)
	f.handle(HandlePayment, e.ID)
}
