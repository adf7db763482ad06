package activity

import (
	"time"

	"transferdesk/internal/money"
)

// Detail is what an event says beside its state: at most one of the pointers is
// set, that of its Kind. A kind without a pointer says nothing more.
type Detail struct {
	Batch       *BatchDetail       `json:"batch,omitempty"`
	Card        *CardDetail        `json:"card,omitempty"` // also of orders, productions, challenges and wallets
	Transaction *TransactionDetail `json:"transaction,omitempty"`
	CDD         *CDDDetail         `json:"cdd,omitempty"`
	Order       *OrderDetail       `json:"order,omitempty"` // of account details
	Payment     *PaymentDetail     `json:"payment,omitempty"`
	Dispute     *DisputeDetail     `json:"dispute,omitempty"`
	HoldLimit   *HoldLimitDetail   `json:"hold_limit,omitempty"`
	Review      *ReviewDetail      `json:"review,omitempty"`
	Overdraft   *OverdraftDetail   `json:"overdraft,omitempty"`
	Profile     *ProfileDetail     `json:"profile,omitempty"`
	Recipient   *RecipientDetail   `json:"recipient,omitempty"`
	Settlement  *SettlementDetail  `json:"settlement,omitempty"`
	Case        *CaseDetail        `json:"case,omitempty"`
	Swift       *SwiftDetail       `json:"swift,omitempty"`
	Message     *MessageDetail     `json:"message,omitempty"`
}

// ProfileDetail is of profiles#state-change.
type ProfileDetail struct {
	ByCustomer *bool `json:"by_customer,omitempty"` // requested_by_customer; nil: not said
}

// CDDDetail is of profiles#cdd-check-state-change.
type CDDDetail struct {
	Outcome         string   `json:"outcome,omitempty"`  // review_outcome: a code, or free text
	Required        []string `json:"required,omitempty"` // required_evidences
	SourceOfIncome  string   `json:"source_of_income,omitempty"`
	SourceOfFunding string   `json:"source_of_funding,omitempty"`
}

// ReviewDetail is of kyc-reviews#state-change.
type ReviewDetail struct {
	RequiredBy   time.Time     `json:"required_by,omitzero"` // the deadline; zero: none
	CreatedAt    time.Time     `json:"created_at,omitzero"`
	Triggers     []string      `json:"triggers,omitempty"`     // QUOTE, TRANSFER, CARD, …
	Requirements []Requirement `json:"requirements,omitempty"` // in the order as sent
}

// Requirement is one thing that a review or an order of account details asks for.
type Requirement struct {
	Key   string `json:"key"`
	State string `json:"state"` // NOT_PROVIDED, IN_REVIEW, VERIFIED, PENDING_USER, …
}

// OverdraftDetail is of profiles#overdraft-limit-threshold.
type OverdraftDetail struct {
	Used    money.Amount `json:"used"`
	Limit   money.Amount `json:"limit"`
	Percent string       `json:"percent,omitempty"` // limit_usage_percentage, as sent
}

// HoldLimitDetail is of hold-limit-breach#update.
type HoldLimitDetail struct {
	Amount        money.Amount `json:"amount"`
	ClosingReason string       `json:"closing_reason,omitempty"`
	CreatedAt     time.Time    `json:"created_at,omitzero"`
}

// RecipientDetail is of recipients#state-change.
type RecipientDetail struct {
	Currency string `json:"currency,omitempty"`
}

// BatchDetail is of batch-payment-initiations#state-change.
type BatchDetail struct {
	Group      string `json:"group,omitempty"`       // batchGroupId: the batch whose transfers it funds
	ReturnCode string `json:"return_code,omitempty"` // of the bank, as sent
}

// SettlementDetail is of bulk-settlement#payment-received. The event names no
// target currency.
type SettlementDetail struct {
	Source   money.Amount `json:"source"`
	Target   string       `json:"target,omitempty"`  // target_amount, as sent: the event names no currency for it
	Received money.Amount `json:"received,omitzero"` // received_amount of 2.0.0, which Wise itself calls inaccurate
	Matched  bool         `json:"matched"`           // amount_matched
}

// CaseDetail is of partner-support#case-changed. Lists hold what every event of the
// case has said, since one of them is enough to lock the case.
type CaseDetail struct {
	Types     []string      `json:"types,omitempty"`    // case_type, type, subType: every one that was ever said, sorted
	Changes   []string      `json:"changes,omitempty"`  // STATUS_UPDATED, NEW_COMMENT, NEW_CASE: of the last event
	External  string        `json:"external,omitempty"` // externalId
	RefType   string        `json:"ref_type,omitempty"` // reference.type
	RefID     string        `json:"ref_id,omitempty"`   // reference.referenceId
	CreatedAt time.Time     `json:"created_at,omitzero"`
	Messages  []CaseMessage `json:"messages,omitempty"` // each id once, by time
}

// CaseMessage says that somebody wrote; the text itself is in no event.
type CaseMessage struct {
	ID     string    `json:"id"`
	Type   string    `json:"type"`   // FREEFORM, …_REQUEST, …_SUBMISSION
	Author string    `json:"author"` // WISE_SYSTEM, WISE_AGENT, PARTNER
	At     time.Time `json:"at,omitzero"`
}

// DisputeDetail is of transaction-disputes#update; the event's State is the
// sub_status where there is one, else the status.
type DisputeDetail struct {
	Transaction string    `json:"transaction"` // of the card: names a card_transaction
	Reason      string    `json:"reason,omitempty"`
	Status      string    `json:"status"` // ACTIVE, CLOSED
	SubStatus   string    `json:"sub_status,omitempty"`
	Message     string    `json:"message,omitempty"` // status_message: Wise's sentence about the sub-status
	CreatedAt   time.Time `json:"created_at,omitzero"`
	CanWithdraw bool      `json:"can_withdraw"`
}
