package subscription

// eventUse is what an event type is good for.
type eventUse struct {
	name string
	lost string // what nobody knows without it
}

// eventUses are the event types in the order in which answers rest on them.
var eventUses = []eventUse{
	{"transfers#state-change", "where the money is: there are no answers at all"},
	{"transfers#payout-failure", "why a payout failed"},
	{"transfers#refund", "what was refunded, and when"},
	{"transfers#active-cases", "what Wise waits for; nobody can say that there is no open case"},
	{"users#state-change", "whether a customer may use the account, and until when"},
	{"profiles#state-change", "the account’s state profile by profile"},
	{"profiles#verification-state-change", "whether payments wait for the verification"},
	{"profiles#cdd-check-state-change", "which documents Wise asks a customer for"},
	{"kyc-reviews#state-change", "how far a review of the customer has come"},
	{"balances#update", "movements of a balance, also those that are no transfer, such as top-ups"},
	{"balances#credit", "incoming payments to a balance"},
	{"swift-in#credit", "who sent a SWIFT payment, its UETR, and each fee"},
	{"swift#message-received", "SWIFT messages as they came"},
	{"incoming-transfer#credited", "incoming transfers with their sender"},
	{"account-details-payment#state-change", "incoming payments to account details, before they are credited"},
	{"account-details-order#order-state-change", "whether account details were ordered and given"},
	{"hold-limit-breach#update", "that a balance is over the amount that may be held"},
	{"balances#account-state-change", "that a balance was opened or closed"},
	{"partner-support#case-changed", "whose turn it is in a support case"},
	{"batch-payment-initiations#state-change", "whether a batch was funded"},
	{"bulk-settlement#payment-received", "that a settlement arrived"},
	{"recipients#state-change", "that a recipient account was changed or closed"},
	{"profiles#overdraft-limit-threshold", "that an overdraft nears its limit"},
	{"transaction-disputes#update", "how far a dispute about a card payment has come"},
	{"cards#transaction-state-change", "card payments, and why one was declined"},
	{"cards#card-status-change", "that a card was frozen, blocked or replaced"},
	{"cards#card-order-status-change", "how far the order of a card has come"},
	{"cards#card-production-status-change", "how far the making of a card has come"},
	{"cards#3ds-challenge", "that a card payment waits for the customer’s approval"},
	{"cards#manual-provisioning-verification", "that a card is being added to a wallet by hand"},
}

// lostWithout says what nobody knows without an event type; "" of one that is not read.
func lostWithout(name string) string {
	for _, use := range eventUses {
		if use.name == name {
			return use.lost
		}
	}
	return ""
}
