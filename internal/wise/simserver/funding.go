package simserver

import (
	"encoding/json"

	"transferdesk/internal/transfer"
)

// fundingAnswer is a payment into a transfer: how it was funded, not how it was
// paid out.
type fundingAnswer struct {
	ID       int64       `json:"id"`
	Method   string      `json:"method"`
	Pricing  *string     `json:"pricingVariant"`
	Amount   json.Number `json:"amount"`
	Currency string      `json:"currency"`
	Created  string      `json:"timeCreated"`
	Updated  string      `json:"timeUpdated"`
}

// listFundings is GET /v1/transfers/{id}/payments: none while Wise waits for money.
func (s *Server) listFundings(c *call) reply {
	t := s.visible(c)
	if t == nil {
		return notFound(c)
	}
	all := []fundingAnswer{}
	if !t.isAt(transfer.IncomingPaymentWaiting) {
		at := wireTime(t.Created)
		all = append(all, fundingAnswer{
			ID: t.ID*10 + 1, Method: pick("funding", t.ID, "BALANCE", "BANK_TRANSFER"), Amount: t.SourceValue, Currency: t.SourceCurrency,
			Created: at, Updated: at,
		})
	}
	return ok(all)
}
