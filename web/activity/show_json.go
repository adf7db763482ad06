package activity

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// wholeJSON is GET /api/v1/activity/{kind}/{id}.
type wholeJSON struct {
	OneJSON
	Profile  *int64     `json:"profile_id"`
	Transfer *int64     `json:"transfer_id"`
	Message  *string    `json:"message"` // a raw message made readable
	History  []stepJSON `json:"history"` // oldest first; empty for what is locked
}

type stepJSON struct {
	At       *string        `json:"occurred_at"` // null: no usable time
	Text     string         `json:"text"`
	Gap      bool           `json:"gap"` // an event is missing before it
	Repeats  int            `json:"repeats"`
	Events   []int64        `json:"evidence"`
	Audience front.Audience `json:"audience"`
}

// ShowJSON is GET /api/v1/activity/{kind}/{id}.
func (p *Pages) ShowJSON(c echo.Context, who auth.Actor) error {
	key, err := keyOf(c)
	if err != nil {
		return err
	}
	if err := p.RecordActivity(c, who, key); err != nil {
		return err
	}
	var view View
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		view, err = Read(r, key)
		return err
	})
	if err != nil {
		return err
	}
	a := p.Say(view.Facts, view.Entries, p.CompanyFace())
	return front.OKJSON(c, wholeJSON{
		OneJSON: jsonOf(view.Facts, a), Profile: front.OrNull(view.Facts.Profile), Transfer: front.OrNull(view.Facts.Transfer),
		Message: front.OrNull(a.Text), History: historyOf(view, a),
	})
}

// historyOf is every event with what is said of it.
func historyOf(v View, a answer.ActivityAnswer) []stepJSON {
	steps := []stepJSON{}
	for i, step := range a.History {
		out := stepJSON{At: front.RFCOrNull(step.At), Text: step.Text, Gap: step.Gap, Events: front.IDs(step.Evidence)}
		if i < len(v.Entries) {
			out.Repeats = wording.Repeats(v.Entries[i].Sources, v.arrivals)
		}
		steps = append(steps, out)
	}
	return steps
}
