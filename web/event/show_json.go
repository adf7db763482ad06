package event

import (
	"encoding/base64"
	"encoding/hex"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/wise"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiDelivery is GET /api/v1/events/{id}: the delivery as it came, and what
// became of it. Agents get the body masked.
type apiDelivery struct {
	ID            int64         `json:"id"`
	Type          *string       `json:"type"`
	SchemaVersion *string       `json:"schema_version"`
	Status        *string       `json:"status"`
	Why           *string       `json:"why"`
	ReceivedAt    *string       `json:"received_at"`
	OccurredAt    *string       `json:"occurred_at"`
	SentAt        *string       `json:"sent_at"`
	Subscription  *string       `json:"subscription_id"`
	Source        string        `json:"source"`
	Key           *string       `json:"verified_by"` // the name of the key; the signature itself is not kept
	Receipts      []apiReceipt  `json:"receipts"`
	Headers       apiHeaders    `json:"headers"`
	Body          string        `json:"body"`
	BodyBase64    *string       `json:"body_base64"` // the exact bytes, when they are no valid UTF-8 and not masked
	SHA256        string        `json:"body_sha256"`
	Masked        bool          `json:"masked"`
	Changed       apiChangedIDs `json:"changed"`
	Flags         []string      `json:"flags"`
	apiRepairs
	Audience front.Audience `json:"audience"`
}

// apiHeaders are those of the first arrival that are kept.
type apiHeaders struct {
	ContentType      *string `json:"Content-Type"`
	DeliveryID       *string `json:"X-Delivery-Id"`
	TestNotification bool    `json:"X-Test-Notification"`
}

type apiReceipt struct {
	ReceivedAt *string `json:"received_at"`
	DeliveryID *string `json:"delivery_id"`
	Test       bool    `json:"test"`
}

// apiChangedIDs says which things an applied delivery changed.
type apiChangedIDs struct {
	Transfer *int64         `json:"transfer_id"`
	Profile  *int64         `json:"profile_id"`
	User     *int64         `json:"user_id"`
	Text     *string        `json:"text"`
	Audience front.Audience `json:"audience"`
}

// ShowJSON is GET /api/v1/events/{id}. Leads and admins get the body as it
// came, recorded as a reveal; agents get it masked, and everybody one that holds
// something locked, since no token has the compliance flag.
func (p *Pages) ShowJSON(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "event")
	if err != nil {
		return err
	}
	locked, err := p.holdsLocked(c)
	if err != nil {
		return err
	}
	act := auth.ViewEvent
	if who.May(auth.RevealRaw) && !locked {
		act = auth.RevealRaw
	}
	if err := p.RecordView(c, who, act, "event", id); err != nil {
		return err
	}
	var v view
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		v, err = readOne(r, id)
		return err
	})
	if err != nil {
		return err
	}
	out := deliveryJSON(v.EventDetail, act == auth.RevealRaw)
	out.apiRepairs = repairsJSON(v)
	return front.OKJSON(c, out)
}

func deliveryJSON(d store.EventDetail, raw bool) apiDelivery {
	read := wise.Decode(d.Kept.Body, d.Kept.Told())
	row := rowJSON(d.EventRow)
	out := apiDelivery{
		ID: row.ID, Type: row.Type, SchemaVersion: row.SchemaVersion, Status: row.Status, Why: row.Why,
		ReceivedAt: row.ReceivedAt, OccurredAt: row.OccurredAt, SentAt: front.RFCOrNull(read.SentAt),
		Subscription: front.OrNull(read.Subscription), Source: string(d.Kept.Source), Key: front.OrNull(d.Kept.KeyName), Receipts: []apiReceipt{},
		Headers: apiHeaders{ContentType: front.OrNull(d.Kept.ContentType)},
		SHA256:  hex.EncodeToString(d.Kept.SHA256[:]), Flags: front.List(flagsOf(read)), Changed: changedJSON(d, read),
	}
	for _, a := range d.Arrivals {
		out.Receipts = append(out.Receipts, apiReceipt{ReceivedAt: front.RFCOrNull(a.ReceivedAt), DeliveryID: front.OrNull(a.DeliveryID), Test: a.Test})
	}
	if len(out.Receipts) > 0 {
		out.Headers.DeliveryID, out.Headers.TestNotification = out.Receipts[0].DeliveryID, out.Receipts[0].Test
	}
	if wise.LockedFields(d.Kept.Body) != nil {
		out.Audience = front.ForCompliance
	}
	out.setBody(d.Kept.Body, raw)
	return out
}

func (d *apiDelivery) setBody(body []byte, raw bool) {
	d.Masked = !raw
	switch {
	case !raw:
		d.Body = string(wise.Mask(body))
	case utf8.Valid(body):
		d.Body = string(body)
	default:
		d.Body, d.BodyBase64 = visible(body), front.OrNull(base64.StdEncoding.EncodeToString(body))
	}
}

func changedJSON(d store.EventDetail, read wise.Decoded) apiChangedIDs {
	all := changes(d, read)
	if len(all) == 0 {
		return apiChangedIDs{}
	}
	return apiChangedIDs{
		Transfer: front.OrNull(read.TransferID), Profile: front.OrNull(read.ProfileID), User: front.OrNull(read.UserID), Text: front.OrNull(all[0].Text),
	}
}
