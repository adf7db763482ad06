package templates

import "transferdesk/internal/reason"

// TransferRow is one transfer in a list: queue, bounced, customer, search.
type TransferRow struct {
	ID         string
	Profile    string // empty: no event has named it
	Amount     string // empty: not known
	Tag        Tag
	Headline   string
	Since      When
	MoneyNow   reason.Who
	NewPayment string    // "the sender: another account of the recipient"; empty: not in question
	Failures   []Failure // of the current attempt; shown with their fix on customer pages
	Cases      []Case
	Refunds    []Refund
}
