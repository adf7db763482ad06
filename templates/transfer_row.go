package templates

import "transferdesk/internal/reason"

// TransferRow is one transfer in a list: queue, bounced, customer, search.
type TransferRow struct {
	ID         string
	Profile    string // empty: no event has named it
	Customer   string // name or own reference; empty: the directory does not know
	Amount     string // by events; empty: not known
	AmountTold string // what is sent, by Wise's API; empty: not known
	Tag        Tag
	Headline   string
	Since      When
	Asked      bool // Since is when we asked Wise's API: since when it is so is not known
	MoneyNow   reason.Who
	NewPayment string    // "the sender: another account of the recipient"; empty: not in question
	Failures   []Failure // of the current attempt; shown with their fix on customer pages
	Cases      []Case
	Refunds    []Refund
	Checks     []Flag // what does not fit: an event that is missing, money without its state

	Due []string // why it stands in a list of what is due

	Hands    *Hands // nil: not asked for
	Resolved string // "Resolved by Ada on 20 Nov, changed since."; empty: it is open, or not asked for

	ToldOtherwise bool // the facts are not what the customer was last told
}

// rowFix is what a new payment needs in one sentence: the card's short one where
// a failure speaks, since lists have little room.
func rowFix(r TransferRow) string {
	for _, f := range r.Failures {
		if f.Failure.Card.Fix != "" {
			return f.Failure.Card.Fix
		}
	}
	return capital(r.NewPayment)
}
