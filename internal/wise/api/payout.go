package api

import (
	"context"
	"net/http"
)

// Payout is what Wise's banking partner says of a payout
// (GET /v2/transfers/{id}/invoices/bankingpartner). It may change up to 3 days
// after the transfer was sent.
type Payout struct {
	Processor string `json:"processor,omitempty"`
	Mode      string `json:"mode,omitempty"`      // deliveryMode
	Reference string `json:"reference,omitempty"` // bankingPartnerReference: what a recipient's bank can search for
	Partner   string `json:"partner,omitempty"`   // bankingPartnerName
	MT103     string `json:"mt103,omitempty"`     // masked: only banks, amounts and times are as they came; "" : null, or no MT103
}

// Payout asks for the payout information of a sent transfer.
func (c *Client) Payout(ctx context.Context, user, id int64) (Payout, error) {
	q := call{name: "payout of transfer " + digits(id), method: http.MethodGet, path: []string{"v2", "transfers", digits(id), "invoices", "bankingpartner"}, user: user}
	a, err := c.ask(ctx, q)
	if err != nil {
		return Payout{}, err
	}
	return readOne(c, a, readPayout)
}

// mostMT103 is how many characters of a SWIFT message are kept.
const mostMT103 = 20_000

func readPayout(f fields) Payout {
	return Payout{
		Processor: f.text("processorName", mostText),
		Mode:      f.text("deliveryMode", mostText),
		Reference: f.text("bankingPartnerReference", mostText),
		Partner:   f.text("bankingPartnerName", mostText),
		MT103:     maskMT103(f.text("mt103", mostMT103)),
	}
}
