package api

import (
	"context"
	"time"

	"transferdesk/internal/money"
)

// Transfer is a transfer as GET /v1/transfers/{id} tells it; without the
// originator, who is nobody's business here. It is kept in JSON.
type Transfer struct {
	ID              int64        `json:"id"`
	User            int64        `json:"user"`
	Recipient       int64        `json:"recipient"` // targetAccount
	Business        int64        `json:"business,omitempty"`
	Status          string       `json:"status"` // in Wise's spelling; a word not known is kept as it came
	Reference       string       `json:"reference,omitempty"`
	Rate            string       `json:"rate,omitempty"`    // a decimal as sent
	Created         time.Time    `json:"created,omitzero"`  // UTC
	Source          money.Amount `json:"source,omitzero"`   // zero: not told
	Target          money.Amount `json:"target,omitzero"`   // zero: not told
	HasActiveIssues bool         `json:"has_active_issues"` // a second source for cases
	CustomerID      string       `json:"customer_id,omitempty"`
	Original        int64        `json:"original,omitempty"` // originalTransferId
}

// Transfer asks for one transfer on behalf of a user (0: not known).
func (c *Client) Transfer(ctx context.Context, user, id int64) (Transfer, error) {
	return Transfer{}, &Error{Kind: NoToken}
}

// TransferFilter is what GET /v1/transfers can be asked.
type TransferFilter struct {
	Profile     int64
	CreatedFrom time.Time // zero: no bound
	CreatedTo   time.Time
	Limit       int // at most 100
	Offset      int
}

// Transfers asks for a page of a profile's transfers.
func (c *Client) Transfers(ctx context.Context, user int64, filter TransferFilter) ([]Transfer, error) {
	return nil, &Error{Kind: NoToken}
}

// Cancel asks Wise to cancel a transfer, which is final. It is never sent twice:
// an error whose Undone is false leaves open whether Wise did it.
func (c *Client) Cancel(ctx context.Context, user, id int64) (Transfer, error) {
	return Transfer{}, &Error{Kind: NoToken}
}

// Estimate is when Wise expects the money to arrive: no promise.
type Estimate struct {
	At        time.Time `json:"at"`                  // estimatedDeliveryDate, UTC
	Formatted string    `json:"formatted,omitempty"` // formattedEstimatedDeliveryDate, as sent
}

// Estimate asks for the delivery estimate of a transfer.
func (c *Client) Estimate(ctx context.Context, user, id int64, zone *time.Location) (Estimate, error) {
	return Estimate{}, &Error{Kind: NoToken}
}

// Payout is what Wise's banking partner says of a payout
// (GET /v2/transfers/{id}/invoices/bankingpartner). It may change up to 3 days
// after the transfer was sent.
type Payout struct {
	Processor string `json:"processor,omitempty"`
	Mode      string `json:"mode,omitempty"`      // deliveryMode
	Reference string `json:"reference,omitempty"` // bankingPartnerReference: what a recipient's bank can search for
	Partner   string `json:"partner,omitempty"`   // bankingPartnerName
	MT103     string `json:"mt103,omitempty"`     // "" : null
}

// Payout asks for the payout information of a sent transfer.
func (c *Client) Payout(ctx context.Context, user, id int64) (Payout, error) {
	return Payout{}, &Error{Kind: NoToken}
}

// ReceiptForm is which receipt is asked for.
type ReceiptForm string

// The receipts. Wise asks for the combined one for US retail customers.
const (
	Receipt           ReceiptForm = "receipt.pdf"
	USCombinedReceipt ReceiptForm = "us-combined-receipt.pdf"
)

// Document is a PDF of Wise's, whole and checked: it begins and ends as a PDF does.
type Document struct {
	Body    []byte // at most 10 MB
	TraceID string
}

// Receipt asks for a receipt.
func (c *Client) Receipt(ctx context.Context, user, id int64, form ReceiptForm) (Document, error) {
	return Document{}, &Error{Kind: NoToken}
}
