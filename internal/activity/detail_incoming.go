package activity

import (
	"time"

	"transferdesk/internal/money"
)

// SwiftDetail is of swift-in#credit. Version 2.0.0 carries only the raw message;
// what can be read from it stands here too.
type SwiftDetail struct {
	Action        string       `json:"action,omitempty"`   // action.type as sent: credit, …
	Account       int64        `json:"account,omitempty"`  // action.account_id
	Message       string       `json:"message,omitempty"`  // the MT103 of 2.0.0, as sent
	Resource      string       `json:"resource,omitempty"` // resource.id
	UETR          string       `json:"uetr,omitempty"`     // as sent, also where it is no UUID
	Reference     string       `json:"reference,omitempty"`
	Sender        Party        `json:"sender,omitzero"`
	Recipient     Party        `json:"recipient,omitzero"`
	Rate          string       `json:"rate,omitempty"`
	Instructed    money.Amount `json:"instructed,omitzero"`
	Settled       money.Amount `json:"settled,omitzero"`
	WiseFees      []Fee        `json:"wise_fees,omitempty"`
	Charges       string       `json:"charges,omitempty"` // :71A: of the message: SHA, OUR or BEN
	Correspondent []Fee        `json:"correspondent,omitempty"`
	Agents        []string     `json:"agents,omitempty"` // previous_instructing_agents: name or BIC
	Type          string       `json:"type,omitempty"`   // incoming_transfer_type (4.2.0)
	At            time.Time    `json:"at,omitzero"`      // transaction_time
}

// Party is one side of a payment: personal data.
type Party struct {
	Name    string `json:"name,omitempty"`
	Account string `json:"account,omitempty"`
	Address string `json:"address,omitempty"` // on one line
	Bank    string `json:"bank,omitempty"`    // name and BIC or bank code
}

// PaymentDetail is of account-details-payment#state-change: money that was paid
// into account details.
type PaymentDetail struct {
	Type    string       `json:"type,omitempty"` // transfer.type
	Amount  money.Amount `json:"amount,omitzero"`
	Sender  Party        `json:"sender,omitzero"`
	Details string       `json:"details,omitempty"` // account_details_id
	Target  string       `json:"target,omitempty"`  // target_account_id
}

// OrderDetail is of account-details-order#order-state-change.
type OrderDetail struct {
	Currency     string        `json:"currency,omitempty"`
	Issued       bool          `json:"issued"`
	CreatedAt    time.Time     `json:"created_at,omitzero"`
	Requirements []Requirement `json:"requirements,omitempty"`
}

// MessageDetail is of swift#message-received.
type MessageDetail struct {
	Type     string `json:"type,omitempty"`     // message_type
	Content  string `json:"content,omitempty"`  // as sent: personal data
	Encoding string `json:"encoding,omitempty"` // content_encoding
	Account  int64  `json:"account,omitempty"`  // action.account_id
}
