package api

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
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
	a, err := c.ask(ctx, call{name: "transfer " + digits(id), method: http.MethodGet, path: []string{"v1", "transfers", digits(id)}, user: user})
	if err != nil {
		return Transfer{}, err
	}
	return readOne(c, a, readTransfer)
}

// TransferFilter is what GET /v1/transfers can be asked.
type TransferFilter struct {
	Profile     int64
	CreatedFrom time.Time // zero: no bound
	CreatedTo   time.Time
	Limit       int // at most 100; 0: as Wise likes
	Offset      int
}

// query writes the filter as Wise documents it.
func (f TransferFilter) query() url.Values {
	const form = "2006-01-02T15:04:05.000Z"
	q := url.Values{"profile": {digits(f.Profile)}}
	if !f.CreatedFrom.IsZero() {
		q.Set("createdDateStart", f.CreatedFrom.UTC().Format(form))
	}
	if !f.CreatedTo.IsZero() {
		q.Set("createdDateEnd", f.CreatedTo.UTC().Format(form))
	}
	if f.Limit > 0 {
		q.Set("limit", strconv.Itoa(min(f.Limit, 100)))
	}
	if f.Offset > 0 {
		q.Set("offset", strconv.Itoa(f.Offset))
	}
	return q
}

// Transfers asks for a page of a profile's transfers.
func (c *Client) Transfers(ctx context.Context, user int64, filter TransferFilter) ([]Transfer, error) {
	a, err := c.ask(ctx, call{name: "transfers of profile " + digits(filter.Profile), method: http.MethodGet, path: []string{"v1", "transfers"}, query: filter.query(), user: user})
	if err != nil {
		return nil, err
	}
	return readAll(c, a, readTransfer)
}

// Cancel asks Wise to cancel a transfer, which is final. It is never sent twice:
// an error whose Undone is false leaves open whether Wise did it.
func (c *Client) Cancel(ctx context.Context, user, id int64) (Transfer, error) {
	a, err := c.ask(ctx, call{name: "cancel transfer " + digits(id), method: http.MethodPut, path: []string{"v1", "transfers", digits(id), "cancel"}, user: user, act: true})
	if err != nil {
		return Transfer{}, err
	}
	return readOne(c, a, readTransfer)
}

// readTransfer reads a transfer; only its id and its status have to be there.
func readTransfer(f fields) Transfer {
	f.must("id")
	f.must("status")
	t := Transfer{
		ID:              f.id("id"),
		User:            f.id("user"),
		Recipient:       f.id("targetAccount"),
		Business:        f.id("business"),
		Status:          f.text("status", 100),
		Reference:       f.text("reference", mostText),
		Rate:            cut(f.number("rate").String(), 40),
		Created:         f.time("created"),
		Source:          f.amount("sourceValue", "sourceCurrency"),
		Target:          f.amount("targetValue", "targetCurrency"),
		HasActiveIssues: f.flag("hasActiveIssues"),
		CustomerID:      f.text("customerTransactionId", 100),
		Original:        f.idOrWord("originalTransferId"),
	}
	if t.Reference == "" {
		t.Reference = f.object("details").text("reference", mostText)
	}
	return t
}
