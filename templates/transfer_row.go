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

// Pager leads through a list that is paged by key.
type Pager struct {
	Next  string // link to the next page; empty: this is the last
	First string // link to the first page; empty: this is it
}

// Shown says whether there is anywhere to go.
func (p Pager) Shown() bool { return p.Next != "" || p.First != "" }
