package web

import (
	"transferdesk/internal/answer"
	"transferdesk/web/front"
)

// apiRecurrence is what was seen before of a transfer's recipient and customer: for
// the desk. The lists are of other transfers, the latest first, and may be cut.
type apiRecurrence struct {
	SameRecipient    []apiEarlier `json:"same_recipient"`     // payments to the same recipient account that failed or came back before
	SameCustomerCode []apiEarlier `json:"same_customer_code"` // the same customer's, with the same code
	Siblings         []apiSibling `json:"siblings"`           // to the same recipient, of the same amount, set up within 10 days
	NotComparable    int          `json:"siblings_not_comparable"`
	More             bool         `json:"more"` // the search was bounded: there may be more of any of them
}

type apiEarlier struct {
	Transfer   int64   `json:"transfer_id"`
	Code       *string `json:"code"` // null: it came back, and no code stands beside it
	OccurredAt *string `json:"occurred_at"`
}

type apiSibling struct {
	Transfer   int64   `json:"transfer_id"`
	OccurredAt *string `json:"occurred_at"` // when it was first told of
}

// recurrenceJSON is null while the read models are being brought up to date.
func recurrenceJSON(v recurrenceView) *apiRecurrence {
	if !v.known {
		return nil
	}
	out := apiRecurrence{
		SameRecipient: earlierJSON(v.found.Recipient), SameCustomerCode: earlierJSON(v.found.Customer), Siblings: []apiSibling{},
		NotComparable: v.siblings.blind, More: v.found.Recipient.More || v.found.Customer.More || v.siblings.more,
	}
	for _, one := range v.found.Siblings {
		out.Siblings = append(out.Siblings, apiSibling{one.Transfer, front.RFCOrNull(one.At)})
	}
	return &out
}

func earlierJSON(list answer.EarlierList) []apiEarlier {
	out := []apiEarlier{}
	for _, one := range list.All {
		out = append(out, apiEarlier{Transfer: one.Transfer, Code: front.OrNull(one.Code), OccurredAt: front.RFCOrNull(one.At)})
	}
	return out
}
