package wise

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/customer"
	"transferdesk/internal/transfer"
)

// shape says how one event type is read: by at least one of its readers. Money
// that came in is both an event of its transfer and a thing of its own.
type shape struct {
	versions []string // known schema versions, newest last
	time     string   // where the event's own time stands; "" means occurred_at
	transfer func(*fields, *transfer.Event)
	user     func(*fields, *customer.UserEvent)
	activity func(*fields, *activity.Event)
}

// timePath is where the event's own time stands in data.
func (s shape) timePath() string {
	if s.time == "" {
		return "occurred_at"
	}
	return s.time
}

// shapes are the event types that are read, with every schema version that Wise
// documents today; refund 1.0.0 is the seeds' own example.
var shapes = map[string]shape{
	"transfers#state-change":                   {versions: []string{"2.0.0", "4.0.0"}, transfer: readTransferStateChange},
	"transfers#active-cases":                   {versions: []string{"2.0.0", "4.0.0"}, transfer: readTransferActiveCases},
	"transfers#payout-failure":                 {versions: []string{"2.0.0", "4.0.0", "5.0.0"}, transfer: readTransferPayoutFailure},
	"transfers#refund":                         {versions: []string{"1.0.0", "2.0.0", "4.0.0"}, transfer: readTransferRefund},
	"balances#update":                          {versions: []string{"2.1.0", "2.2.0", "3.0.0", "4.0.0"}, transfer: readBalanceUpdate},
	"balances#credit":                          {versions: []string{"2.0.0"}, transfer: readBalanceCredit},
	"balances#account-state-change":            {versions: []string{"2.0.0", "4.0.0"}, activity: readBalanceAccount},
	"account-details-order#order-state-change": {versions: []string{"2.0.0", "4.0.0"}, time: "modification_time", activity: readAccountDetailsOrder},
	"account-details-payment#state-change":     {versions: []string{"2.0.0", "4.0.0"}, activity: readAccountDetailsPayment},
	"incoming-transfer#credited":               {versions: []string{"4.0.0"}, activity: readIncomingTransfer},
	"kyc-reviews#state-change":                 {versions: []string{"2.0.0", "4.0.0", "5.0.0"}, time: "resource.updatedAt", activity: readKYCReview},
	"swift#message-received":                   {versions: []string{"4.0.0"}, activity: readSwiftMessage},
	"swift-in#credit":                          {versions: []string{"2.0.0", "3.0.0", "4.0.0", "4.1.0", "4.2.0"}, transfer: readSwiftCreditTransfer, activity: readSwiftCredit},
	"profiles#verification-state-change":       {versions: []string{"2.0.0", "4.0.0"}, activity: readProfileVerification},
	"users#state-change":                       {versions: []string{"2.0.0", "4.0.0"}, user: readUserStateChange},
}

// keptTypes are the other event types that Wise documents. They are kept as they
// came.
var keptTypes = map[string]bool{
	"batch-payment-initiations#state-change": true,
	"bulk-settlement#payment-received":       true,
	"cards#3ds-challenge":                    true,
	"cards#card-order-status-change":         true,
	"cards#card-production-status-change":    true,
	"cards#card-status-change":               true,
	"cards#manual-provisioning-verification": true,
	"cards#transaction-state-change":         true,
	"hold-limit-breach#update":               true,
	"partner-support#case-changed":           true,
	"profiles#cdd-check-state-change":        true,
	"profiles#overdraft-limit-threshold":     true,
	"profiles#state-change":                  true,
	"recipients#state-change":                true,
	"transaction-disputes#update":            true,
}
