package web

import (
	"transferdesk/internal/reason"
	"transferdesk/web/front"
)

// apiEstimate is when Wise expects the money to arrive: no promise, and not for a customer.
type apiEstimate struct {
	At        *string `json:"at"`
	FetchedAt *string `json:"fetched_at"`
}

// apiDetails is what Wise's API said of a transfer; what it left out is null.
type apiDetails struct {
	SourceAmount   *string        `json:"source_amount"`
	SourceCurrency *string        `json:"source_currency"`
	TargetAmount   *string        `json:"target_amount"`
	TargetCurrency *string        `json:"target_currency"`
	Rate           *string        `json:"rate"`
	Reference      *string        `json:"reference"`
	CreatedAt      *string        `json:"created_at"`
	Issues         bool           `json:"has_active_issues"`
	Recipient      *apiRecipient  `json:"recipient"` // null: it was not told
	FetchedAt      *string        `json:"fetched_at"`
	Audience       front.Audience `json:"audience"`
}

// apiRecipient is a recipient account, masked.
type apiRecipient struct {
	Name      *string        `json:"name"`
	Number    *string        `json:"number"`
	FetchedAt *string        `json:"fetched_at"`
	Audience  front.Audience `json:"audience"`
}

// estimateJSON is Wise's estimate where it is about the payment as it goes on now.
func estimateJSON(v transferView) *apiEstimate {
	e := v.beside.estimate(v.facts.Transfer)
	if e == nil || !e.Stands(v.facts) {
		return nil
	}
	return &apiEstimate{At: front.RFCOrNull(e.At), FetchedAt: front.RFCOrNull(e.FetchedAt)}
}

// detailsJSON is what Wise's API said of the transfer, with the masked recipient.
func detailsJSON(v toldView) *apiDetails {
	if !v.details.Known {
		return nil
	}
	t := v.details.Value
	out := apiDetails{
		Rate: front.OrNull(t.Rate), Reference: front.OrNull(openText(t.Reference)), CreatedAt: front.RFCOrNull(t.Created),
		Issues: t.HasActiveIssues, FetchedAt: front.RFCOrNull(v.details.At),
	}
	out.SourceAmount, out.SourceCurrency = front.AmountOrNull(t.Source)
	out.TargetAmount, out.TargetCurrency = front.AmountOrNull(t.Target)
	if r := v.recipient; r.Known {
		out.Recipient = &apiRecipient{Name: front.OrNull(openText(r.Value.Name)), Number: front.OrNull(r.Value.Number), FetchedAt: front.RFCOrNull(r.At)}
	}
	return &out
}

// openText is a stranger's text, withheld where it is for compliance alone.
func openText(text string) string {
	if reason.IsLocked(text) {
		return reason.HandledByCompliance
	}
	return text
}
