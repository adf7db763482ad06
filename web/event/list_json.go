package event

import (
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiEvents is a page of deliveries.
type apiEvents struct {
	Events     []apiEvent `json:"events"`
	NextCursor *string    `json:"next_cursor"`
}

// apiEvent is one delivery in a list. Receipts counts its arrivals. Status is
// null while it waits to be read.
type apiEvent struct {
	ID            int64          `json:"id"`
	Source        string         `json:"source"` // webhook, or reconciliation: we asked Wise's API
	Type          *string        `json:"type"`
	SchemaVersion *string        `json:"schema_version"`
	Status        *string        `json:"status"`
	Why           *string        `json:"why"`
	ReceivedAt    *string        `json:"received_at"`
	OccurredAt    *string        `json:"occurred_at"`
	Receipts      int            `json:"receipts"`
	SetAside      bool           `json:"set_aside"`
	Audience      front.Audience `json:"audience"`
}

// ListJSON is GET /api/v1/events with the filters of the page.
func (p *Pages) ListJSON(c echo.Context, _ auth.Actor) error {
	filter, err := parseFilter(c.QueryParams())
	if err != nil {
		return err
	}
	var page store.Page[store.EventRow]
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		page, err = r.Events(filter)
		return err
	})
	if err != nil {
		return err
	}
	out := apiEvents{Events: []apiEvent{}, NextCursor: front.OrNull(page.Next)}
	for _, row := range page.Rows {
		out.Events = append(out.Events, rowJSON(row))
	}
	return front.OKJSON(c, out)
}

func rowJSON(row store.EventRow) apiEvent {
	if row.Source == store.FromReconciliation {
		row.OccurredAt = time.Time{} // when we asked is not when it happened
	}
	return apiEvent{
		ID: row.ID, Source: string(row.Source), Type: front.OrNull(row.Type), SchemaVersion: front.OrNull(row.SchemaVersion), Status: front.OrNull(row.Status),
		Why: front.OrNull(whyText(row.Why)), ReceivedAt: front.RFCOrNull(row.ReceivedAt), OccurredAt: front.RFCOrNull(row.OccurredAt),
		Receipts: row.Receipts, SetAside: row.SetAside,
	}
}
