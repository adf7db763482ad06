package web

import (
	"transferdesk/internal/answer"
	"transferdesk/web/front"
)

// apiRefund is one refund that Wise reported, beside what was sent.
type apiRefund struct {
	Amount     string        `json:"amount"`
	Currency   string        `json:"currency"`
	OccurredAt *string       `json:"occurred_at"`
	TakenBack  bool          `json:"taken_back"`
	Difference apiDifference `json:"difference"`
	Evidence   []int64       `json:"evidence"`
}

// apiDifference is what a refund is beside what was sent. Amount is above zero, and
// null unless compared is less or more.
type apiDifference struct {
	Compared answer.Comparison `json:"compared"`
	Amount   *string           `json:"amount"`
	Currency *string           `json:"currency"`
	Sent     *apiSent          `json:"sent"` // null: we do not hold what was sent
	Text     string            `json:"text"`
	Evidence []int64           `json:"evidence"`
	Audience front.Audience    `json:"audience"`
}

// apiSent is what was sent, and who says so.
type apiSent struct {
	Amount   string  `json:"amount"`
	Currency string  `json:"currency"`
	Source   string  `json:"source"` // event: one debit names the transfer; api: Wise's API said so
	At       *string `json:"at"`     // of the debit, or of our asking
}

func refundsJSON(refunds []answer.Refund) []apiRefund {
	out := make([]apiRefund, 0, len(refunds))
	for _, r := range refunds {
		out = append(out, apiRefund{
			Amount: r.Amount.Decimal(), Currency: r.Amount.Currency, OccurredAt: front.RFCOrNull(r.At), TakenBack: r.Undone,
			Difference: differenceJSON(r), Evidence: front.IDs(r.Evidence),
		})
	}
	return out
}

func differenceJSON(r answer.Refund) apiDifference {
	out := apiDifference{Compared: r.Compared, Text: r.Text.Text, Evidence: front.IDs(r.Text.Evidence)}
	out.Amount, out.Currency = front.AmountOrNull(r.Difference)
	if !r.Sent.Amount.Known() {
		return out
	}
	out.Sent = &apiSent{Amount: r.Sent.Amount.Decimal(), Currency: r.Sent.Amount.Currency, Source: "event", At: front.RFCOrNull(r.Sent.At)}
	if r.Sent.Asked {
		out.Sent.Source = "api"
	}
	return out
}
