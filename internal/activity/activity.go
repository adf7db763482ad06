// Package activity is the vocabulary of what happens around a customer's account
// beside transfers: cards, verification, incoming payments, disputes, support
// cases and the rest of Wise's event types. Each event is about one thing that
// Wise names by an id; all events about a thing add up to its facts. The package
// knows nothing of the wire, the database or the words on a page.
package activity

import (
	"time"

	"transferdesk/internal/evidence"
)

// Kind is what sort of thing an event is about.
type Kind string

// The kinds, with the event type that reports them and the id that names one.
const (
	Balance          Kind = "balance"           // balances#account-state-change; the balance account
	Batch            Kind = "batch_payment"     // batch-payment-initiations#state-change; the initiation
	Card             Kind = "card"              // cards#card-status-change; the card token
	CardChallenge    Kind = "card_challenge"    // cards#3ds-challenge; the transaction's reference
	CardOrder        Kind = "card_order"        // cards#card-order-status-change; the order
	CardProduction   Kind = "card_production"   // cards#card-production-status-change; the card token, or the profile where it is null
	CardTransaction  Kind = "card_transaction"  // cards#transaction-state-change; the transaction
	CardWallet       Kind = "card_wallet"       // cards#manual-provisioning-verification; the payment token's reference
	CDDCheck         Kind = "cdd_check"         // profiles#cdd-check-state-change; the profile
	DetailsOrder     Kind = "details_order"     // account-details-order#order-state-change; the order
	DetailsPayment   Kind = "details_payment"   // account-details-payment#state-change; the payment
	Dispute          Kind = "dispute"           // transaction-disputes#update; the dispute
	HoldLimit        Kind = "hold_limit"        // hold-limit-breach#update; the breach
	IncomingTransfer Kind = "incoming_transfer" // incoming-transfer#credited; the incoming transfer
	KYCReview        Kind = "kyc_review"        // kyc-reviews#state-change; the review
	Overdraft        Kind = "overdraft"         // profiles#overdraft-limit-threshold; the profile
	ProfileState     Kind = "profile_state"     // profiles#state-change; the profile
	RecipientAccount Kind = "recipient_account" // recipients#state-change; the recipient
	Settlement       Kind = "settlement"        // bulk-settlement#payment-received; the settlement reference
	SupportCase      Kind = "support_case"      // partner-support#case-changed; the case
	SwiftCredit      Kind = "swift_credit"      // swift-in#credit; the transfer of the credit (data.action.id)
	SwiftMessage     Kind = "swift_message"     // swift#message-received; the message
	Verification     Kind = "verification"      // profiles#verification-state-change; the profile
)

// Key names one thing.
type Key struct {
	Kind Kind   `json:"kind"`
	ID   string `json:"id"` // as Wise spells it
}

// Event is one thing that Wise reported, decoded from one delivery.
type Event struct {
	Key
	Profile  int64           `json:"profile,omitempty"`  // 0: not named
	Transfer int64           `json:"transfer,omitempty"` // 0: not named
	User     int64           `json:"user,omitempty"`     // 0: not named
	At       evidence.Moment `json:"at"`
	Hash     string          `json:"hash"` // lower-case hex SHA-256 of the body: the last tie-break
	Source   evidence.Source `json:"source"`

	From   string   `json:"from,omitempty"`  // the state before, in Wise's own spelling; "" when the type has none or it was null
	State  string   `json:"state,omitempty"` // the state now; "" when the type has none
	Shared string   `json:"shared"`          // the business fields that every version of the type carries, as one text: equal for copies
	Detail Detail   `json:"detail"`
	Flags  []string `json:"flags,omitempty"` // what the decoder found odd: evidence.Flag…
}

// Facts is everything that the events of one thing add up to; equal for any order
// and any repetition of the same deliveries, apart from the ids in evidence.
type Facts struct {
	Key
	Profile  int64        `json:"profile,omitempty"`
	Transfer int64        `json:"transfer,omitempty"`
	User     int64        `json:"user,omitempty"`
	FirstAt  time.Time    `json:"first_at"`         // earliest usable time; zero: none usable
	LastAt   time.Time    `json:"last_at"`          // latest usable time
	Visits   []Visit      `json:"visits,omitempty"` // every state entered, in order; the last is the state held; empty for types without states
	Detail   Detail       `json:"detail"`           // of the last event; what only earlier ones said is kept
	Flags    []string     `json:"flags,omitempty"`  // sorted
	Evidence evidence.IDs `json:"evidence"`
}

// Visit is one state that the thing was in.
type Visit struct {
	State    string       `json:"state"`
	From     string       `json:"from,omitempty"`
	At       time.Time    `json:"at"`
	BySent   bool         `json:"by_sent,omitempty"` // placed by sent_at, since its own time could not be used
	Gap      bool         `json:"gap,omitempty"`     // From is not the state held: an event is missing before this one
	Evidence evidence.IDs `json:"evidence"`
}

// Entry is one line of the thing's history: an event with everything that carried it.
type Entry struct {
	Event                         // the event of its first source, with the finest time of all
	Sources     []evidence.Source // every delivery that carried it, lowest delivery id first
	Gap         bool              // as Visit.Gap
	Repeats     bool              // the thing was in this state already
	SetsNothing bool              // no usable time: shown, but no fact rests on it
}

// State is the state held, "" when none is known.
func (f Facts) State() string {
	if len(f.Visits) == 0 {
		return ""
	}
	return f.Visits[len(f.Visits)-1].State
}

// Since is when the state held began; the last usable time for a type without states.
func (f Facts) Since() time.Time {
	if len(f.Visits) == 0 {
		return f.LastAt
	}
	return f.Visits[len(f.Visits)-1].At
}
