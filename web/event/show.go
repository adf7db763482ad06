package event

import (
	"encoding/hex"
	"strconv"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/live"
	"transferdesk/internal/wise"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// Show is /events/{id}: one delivery, personal data masked.
func (p *Pages) Show(c echo.Context, who auth.Actor) error {
	return p.show(c, who, auth.ViewEvent)
}

// Reveal shows the same with the body as it came; leads and admins, recorded
// as what it is. Where the body holds something locked it takes the compliance flag too.
func (p *Pages) Reveal(c echo.Context, who auth.Actor) error {
	if err := fromOwnPage(c); err != nil {
		return err
	}
	locked, err := p.holdsLocked(c)
	if err != nil {
		return err
	}
	if locked {
		return p.show(c, who, auth.RevealLocked)
	}
	return p.show(c, who, auth.RevealRaw)
}

// fromOwnPage refuses a link on a stranger's page: it must not look as if somebody
// had asked.
func fromOwnPage(c echo.Context) error {
	if c.Request().Header.Get("Sec-Fetch-Site") == "cross-site" {
		return fault.New(fault.Forbidden, "An event is shown unmasked only from its own page. Nothing was shown.")
	}
	return nil
}

func (p *Pages) show(c echo.Context, who auth.Actor, act auth.Act) error {
	id, err := front.PathID(c, "event")
	if err != nil {
		return err
	}
	if err := p.RecordView(c, who, act, "event", id); err != nil {
		return err
	}
	page, err := p.readPage(c, who, act, id)
	if err != nil {
		return err
	}
	return p.OK(c, templates.EventShow(page))
}

func (p *Pages) readPage(c echo.Context, who auth.Actor, act auth.Act, id int64) (templates.EventPage, error) {
	face := p.Face(who)
	var v view
	var feed *templates.Feed
	err := p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if v, err = readOne(r, id); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return templates.EventPage{}, err
	}
	page := pageOf(p.Frame(c, who, templates.NavEvents, feed), v, face)
	if act == auth.ViewEvent {
		p.GoLive(c, &page.Frame, live.Event(id))
	}
	page.Repair = repairFor(who, v)
	showBody(&page, who, act, v.EventDetail)
	return page, nil
}

// showBody fills in the body: masked, or as it came for who asked to see it.
func showBody(page *templates.EventPage, who auth.Actor, act auth.Act, detail store.EventDetail) {
	locked := wise.LockedFields(detail.Kept.Body)
	page.Locked = lockedPart(who, act, detail.ID, locked)
	if act == auth.RevealRaw || act == auth.RevealLocked {
		page.Body, page.Revealed = visible(detail.Kept.Body), true
		return
	}
	page.Body = string(wise.Mask(detail.Kept.Body))
	if !who.May(auth.RevealRaw) {
		return
	}
	if len(locked) > 0 && !who.May(auth.RevealLocked) {
		page.NoReveal = textNoReveal
		return
	}
	page.RevealPath = pathOf(detail.ID) + "/raw"
}

func pageOf(frame templates.Frame, v view, face front.Face) templates.EventPage {
	d := v.EventDetail
	read := wise.Decode(d.Kept.Body, d.Kept.Told())
	page := templates.EventPage{
		Frame:        frame,
		Event:        rowOf(d.EventRow, face),
		Subscription: read.Subscription,
		Sent:         face.At(read.SentAt),
		Source:       sourceWords(d.Kept.Source),
		Key:          d.Kept.KeyName,
		SHA256:       hex.EncodeToString(d.Kept.SHA256[:]),
		Size:         strconv.Itoa(len(d.Kept.Body)) + " bytes",
		Flags:        wording.Oddities(flagsOf(read)),
		Overflow:     d.More,
		Todo:         todoWords(d),
		Aside:        v.asideLine(face),
		Attached:     v.attached(face),
		Copies:       Rows(v.copies, face),
		History:      v.history(face),
		Headers:      keptHeaders(d),
	}
	if page.Event.Asked {
		page.Headers = nil
	}
	if d.Status != "" {
		page.Decoder = strconv.Itoa(d.Decoder)
	}
	for _, a := range d.Arrivals {
		page.Receipts = append(page.Receipts, templates.Receipt{At: face.At(a.ReceivedAt), DeliveryID: a.DeliveryID, Test: a.Test})
	}
	page.Changes = changes(d, read)
	page.NoChange = noChange(d, page.Changes)
	page.Title = titleOf(d)
	return page
}

// titleOf begins with the thing's name.
func titleOf(d store.EventDetail) string {
	name := "Event " + front.IDText(d.ID)
	if d.Type != "" {
		name += " · " + d.Type
	}
	return name + " · " + rowTag(d.EventRow).Text
}

// keptHeaders are what is kept of the first arrival's headers.
func keptHeaders(d store.EventDetail) []templates.Header {
	headers := []templates.Header{{Name: "Content-Type", Value: d.Kept.ContentType}}
	if len(d.Arrivals) == 0 {
		return headers
	}
	headers = append(headers, templates.Header{Name: "X-Delivery-Id", Value: d.Arrivals[0].DeliveryID})
	if d.Arrivals[0].Test {
		return append(headers, templates.Header{Name: "X-Test-Notification", Value: "true"})
	}
	return append(headers, templates.Header{Name: "X-Test-Notification"})
}

// sourceWords says how a body reached us.
func sourceWords(source store.Source) string {
	switch source {
	case store.FromWebhook:
		return "Wise’s webhook"
	case store.FromReconciliation:
		return "Learned by asking Wise’s API"
	}
	return string(source)
}

// sourceText is the same for a value of the filter.
func sourceText(value string) string { return sourceWords(store.Source(value)) }

// visible prints a body as it came: bytes that are no text, and control
// characters, are written as escapes, so that nothing hides in them.
func visible(body []byte) string {
	out := make([]byte, 0, len(body))
	for len(body) > 0 {
		r, size := utf8.DecodeRune(body)
		switch {
		case r == utf8.RuneError && size == 1, r < ' ' && r != '\n' && r != '\t' && r != '\r', r == 0x7f:
			out = append(out, `\x`+hex.EncodeToString(body[:1])...)
		default:
			out = append(out, body[:size]...)
		}
		body = body[size:]
	}
	return string(out)
}
