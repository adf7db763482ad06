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
	times    []string // where the event's own time may stand: the first that is there counts; none means occurred_at
	transfer func(*fields, *transfer.Event)
	user     func(*fields, *customer.UserEvent)
	activity func(*fields, *activity.Event)
}

// timePaths are where the event's own time may stand in data.
func (s shape) timePaths() []string {
	if len(s.times) == 0 {
		return []string{"occurred_at"}
	}
	return s.times
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
	"account-details-order#order-state-change": {versions: []string{"2.0.0", "4.0.0"}, times: []string{"modification_time"}, activity: readAccountDetailsOrder},
	"account-details-payment#state-change":     {versions: []string{"2.0.0", "4.0.0"}, activity: readAccountDetailsPayment},
	"incoming-transfer#credited":               {versions: []string{"4.0.0"}, activity: readIncomingTransfer},
	"kyc-reviews#state-change":                 {versions: []string{"2.0.0", "4.0.0", "5.0.0"}, times: []string{"resource.updatedAt"}, activity: readKYCReview},
	"swift#message-received":                   {versions: []string{"4.0.0"}, activity: readSwiftMessage},
	"swift-in#credit":                          {versions: []string{"2.0.0", "3.0.0", "4.0.0", "4.1.0", "4.2.0"}, transfer: readSwiftCreditTransfer, activity: readSwiftCredit},
	"profiles#verification-state-change":       {versions: []string{"2.0.0", "4.0.0"}, activity: readProfileVerification},
	"batch-payment-initiations#state-change":   {versions: []string{"2.0.0", "4.0.0"}, times: []string{"occurred_at", "occurredAt"}, activity: readBatchPayment},
	"bulk-settlement#payment-received":         {versions: []string{"2.0.0", "3.0.0", "4.0.0"}, activity: readSettlement},
	"cards#3ds-challenge":                      {versions: []string{"2.0.0", "4.0.0"}, activity: readCardChallenge},
	"cards#card-order-status-change":           {versions: []string{"2.0.0", "4.0.0"}, activity: readCardOrder},
	"cards#card-production-status-change":      {versions: []string{"2.0.0", "4.0.0"}, activity: readCardProduction},
	"cards#card-status-change":                 {versions: []string{"2.0.0", "4.0.0"}, activity: readCardStatus},
	"cards#manual-provisioning-verification":   {versions: []string{"2.0.0"}, times: []string{"creation_time"}, activity: readCardWallet},
	"cards#transaction-state-change":           {versions: []string{"2.0.0", "2.1.0", "4.0.0"}, activity: readCardTransaction},
	"hold-limit-breach#update":                 {versions: []string{"4.0.0"}, activity: readHoldLimit},
	"partner-support#case-changed":             {versions: []string{"2.0.0", "4.0.0", "5.0.0"}, times: []string{"occurred_at", "resource.updatedAt"}, activity: readSupportCase},
	"profiles#cdd-check-state-change":          {versions: []string{"2.0.0", "4.0.0"}, activity: readProfileCDD},
	"profiles#overdraft-limit-threshold":       {versions: []string{"2.0.0", "4.0.0"}, activity: readProfileOverdraft},
	"profiles#state-change":                    {versions: []string{"2.0.0", "4.0.0"}, activity: readProfileState},
	"recipients#state-change":                  {versions: []string{"4.0.0"}, times: []string{"resource.occurred_at"}, activity: readRecipientAccount},
	"transaction-disputes#update":              {versions: []string{"2.0.0", "4.0.0"}, activity: readDispute},
	"users#state-change":                       {versions: []string{"2.0.0", "4.0.0"}, user: readUserStateChange},
}
