package activity

import (
	"time"

	"transferdesk/internal/money"
)

// CardDetail is of the cards#… types that concern a card itself; fields that a
// type does not carry are empty.
type CardDetail struct {
	Token       string       `json:"token,omitempty"`       // card_token
	LastDigits  string       `json:"last_digits,omitempty"` // card_last_digits, last_four_digits
	ChangedBy   string       `json:"changed_by,omitempty"`
	Program     string       `json:"program,omitempty"`     // card_program
	Vendor      string       `json:"vendor,omitempty"`      // delivery_vendor
	Kiosk       string       `json:"kiosk,omitempty"`       // kiosk_id
	ErrorCode   string       `json:"error_code,omitempty"`  // of a production
	Description string       `json:"description,omitempty"` // of a production, Wise's own words
	Wallet      string       `json:"wallet,omitempty"`      // wallet_name
	Method      string       `json:"method,omitempty"`      // challenge_method
	Minutes     int64        `json:"minutes,omitempty"`     // challenge_expires_after, as sent
	Channel     string       `json:"channel,omitempty"`     // of a challenged transaction
	Merchant    Merchant     `json:"merchant,omitzero"`     // of a challenged transaction
	Amount      money.Amount `json:"amount,omitzero"`       // of a challenged transaction
}

// Merchant is who was to be paid with a card.
type Merchant struct {
	Name     string `json:"name,omitempty"`
	City     string `json:"city,omitempty"`
	Country  string `json:"country,omitempty"`
	Code     string `json:"code,omitempty"`     // merchant category code
	Category string `json:"category,omitempty"` // in Wise's words
	Site     string `json:"site,omitempty"`     // url of an online shop, as sent: never a link
}

// TransactionDetail is of cards#transaction-state-change.
type TransactionDetail struct {
	Token      string       `json:"token,omitempty"`
	LastDigits string       `json:"last_digits,omitempty"`
	Type       string       `json:"type,omitempty"`      // transaction_type: POS_PURCHASE, CASH_WITHDRAWAL, REFUND, …
	Step       string       `json:"step,omitempty"`      // transaction_step_type
	Reasons    []string     `json:"reasons,omitempty"`   // decline_reason and detailed_decline_reason that any event of it gave, sorted
	Decline    string       `json:"decline,omitempty"`   // decline_reason of the last event
	Detailed   string       `json:"detailed,omitempty"`  // detailed_decline_reason of the last event
	Debit      *bool        `json:"debit,omitempty"`     // is_debit (2.0.0); nil: the sign and the type decide
	Confirmed  *bool        `json:"confirmed,omitempty"` // is_amount_confirmed (2.0.0); nil: not said
	Amount     money.Amount `json:"amount"`              // transaction_amount, in the merchant's currency
	WithFees   money.Amount `json:"with_fees,omitzero"`
	Billing    money.Amount `json:"billing,omitzero"`
	Fees       []Fee        `json:"fees,omitempty"`
	Debits     []Leg        `json:"debits,omitempty"`
	Credits    []Leg        `json:"credits,omitempty"`
	Merchant   Merchant     `json:"merchant,omitzero"`
	Method     string       `json:"method,omitempty"`    // authorisation_method
	PIN        string       `json:"pin,omitempty"`       // pin_validation_result
	Approval   string       `json:"approval,omitempty"`  // approval_code: what the merchant's receipt shows
	Relay      string       `json:"relay,omitempty"`     // response_code of our own authorisation, where we relay it
	Reference  string       `json:"reference,omitempty"` // balance_channel_reference_id
	ARN        string       `json:"arn,omitempty"`       // acquirer reference number
	CreatedAt  time.Time    `json:"created_at,omitzero"`
}

// Fee is one fee, with Wise's word for it.
type Fee struct {
	Type   string       `json:"type,omitempty"`
	Amount money.Amount `json:"amount"`
}

// Leg is what a card transaction moved on one balance.
type Leg struct {
	Balance string       `json:"balance"`
	Amount  money.Amount `json:"amount"`
	For     money.Amount `json:"for,omitzero"` // the part of the transaction that it paid
	Rate    string       `json:"rate,omitempty"`
	Fee     money.Amount `json:"fee,omitzero"`
}
