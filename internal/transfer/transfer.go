// Package transfer is the vocabulary of a Wise transfer: its states, the events
// that Wise reports about it, and the fold from those events to facts. It knows
// nothing of the wire, the database or the words on a page.
package transfer

import (
	"transferdesk/internal/evidence"
	"transferdesk/internal/money"
)

// State is a transfer status in Wise's own spelling (seeds: transfers#state-change).
// A value that is none of the constants is kept as it came.
type State string

// The ten statuses of the seeds.
const (
	IncomingPaymentWaiting   State = "incoming_payment_waiting"
	IncomingPaymentInitiated State = "incoming_payment_initiated"
	Processing               State = "processing"
	FundsConverted           State = "funds_converted"
	OutgoingPaymentSent      State = "outgoing_payment_sent"
	BouncedBack              State = "bounced_back"
	Cancelled                State = "cancelled"
	FundsRefunded            State = "funds_refunded"
	ChargedBack              State = "charged_back"
	Unknown                  State = "unknown"
)

// Kind is what an event about a transfer reports.
type Kind string

// The kinds, one for each event type of Wise that can name a transfer, and one for
// what we asked.
const (
	StateChange    Kind = "state_change"    // transfers#state-change
	ActiveCases    Kind = "active_cases"    // transfers#active-cases
	PayoutFailure  Kind = "payout_failure"  // transfers#payout-failure
	RefundIssued   Kind = "refund"          // transfers#refund
	BalanceUpdate  Kind = "balance_update"  // balances#update whose transfer_reference is this transfer's id
	BalanceCredit  Kind = "balance_credit"  // balances#credit, which names no transfer: a movement of its profile
	IncomingCredit Kind = "incoming_credit" // swift-in#credit whose data.action.id is this transfer's id
	StateSeen      Kind = "state_seen"      // none of Wise's events: Wise's API named the state when we asked; At is when we asked
)

// Event is one thing that Wise reported about a transfer, or said when we asked,
// decoded from one delivery.
// Fields that its Kind does not use are zero.
type Event struct {
	Kind     Kind            `json:"kind"`
	Transfer int64           `json:"transfer"`
	Profile  int64           `json:"profile"` // 0: not named
	Account  int64           `json:"account"` // recipient account id; 0: not named
	At       evidence.Moment `json:"at"`
	Hash     string          `json:"hash"` // lower-case hex SHA-256 of the body: the last tie-break
	Source   evidence.Source `json:"source"`

	From        State        `json:"from,omitempty"` // state_change; "" when previous_state was null or absent
	To          State        `json:"to,omitempty"`   // state_change, state_seen
	Code        string       `json:"code,omitempty"` // payout_failure: failure_reason_code
	Description string       `json:"description,omitempty"`
	Refund      money.Amount `json:"refund,omitzero"`
	Cases       []string     `json:"cases,omitempty"` // active_cases: the full snapshot; empty clears all
	Movement    *Movement    `json:"movement,omitempty"`
	Incoming    *Incoming    `json:"incoming,omitempty"`
	Flags       []string     `json:"flags,omitempty"` // what the decoder found odd: evidence.Flag…
}

// Incoming is money that came by SWIFT and was credited to a balance (swift-in#credit).
type Incoming struct {
	Settled   money.Amount `json:"settled,omitzero"`     // zero: the event does not tell
	ByMessage bool         `json:"by_message,omitempty"` // read from the raw message of 2.0.0: what the banks settled, before Wise
}

// Movement is a credit to or a debit of a Wise balance (balances#update, balances#credit).
type Movement struct {
	Credit       bool         `json:"credit"` // false: debit
	Amount       money.Amount `json:"amount"`
	AccountID    int64        `json:"account_id,omitempty"` // resource.id: the account that the balance is in
	BalanceID    int64        `json:"balance_id"`           // 0: not named (balances#credit, balances#update before 2.2.0)
	StepID       int64        `json:"step_id,omitempty"`    // 0: not named (versions before 3.0.0)
	Reference    string       `json:"reference"`            // transfer_reference as sent: a number or BNK-…
	Channel      string       `json:"channel,omitempty"`    // channel_name
	BalanceAfter money.Amount `json:"after,omitzero"`       // post_transaction_balance_amount: balances#credit, balances#update from 3.0.0
}

// IsMovement says whether events of the kind move a balance.
func (k Kind) IsMovement() bool { return k == BalanceUpdate || k == BalanceCredit }
