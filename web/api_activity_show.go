package web

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiActivityWhole is GET /api/v1/activity/{kind}/{id}.
type apiActivityWhole struct {
	apiActivity
	Profile  *int64            `json:"profile_id"`
	Transfer *int64            `json:"transfer_id"`
	Message  *string           `json:"message"` // a raw message made readable
	History  []apiActivityStep `json:"history"` // oldest first; empty for what is locked
}

type apiActivityStep struct {
	At       *string        `json:"occurred_at"` // null: no usable time
	Text     string         `json:"text"`
	Gap      bool           `json:"gap"` // an event is missing before it
	Repeats  int            `json:"repeats"`
	Events   []int64        `json:"evidence"`
	Audience front.Audience `json:"audience"`
}

// apiActivityShow is GET /api/v1/activity/{kind}/{id}.
func (s *Server) apiActivityShow(c echo.Context, who auth.Actor) error {
	key, err := activityKey(c)
	if err != nil {
		return err
	}
	if err := s.RecordActivity(c, who, key); err != nil {
		return err
	}
	var view activityView
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		view, err = readActivity(r, key)
		return err
	})
	if err != nil {
		return err
	}
	a := s.say(view.facts, view.entries, s.CompanyFace())
	return front.OKJSON(c, apiActivityWhole{
		apiActivity: activityJSON(view.facts, a), Profile: front.OrNull(view.facts.Profile), Transfer: front.OrNull(view.facts.Transfer),
		Message: front.OrNull(a.Text), History: historyOf(view, a),
	})
}

// historyOf is every event with what is said of it.
func historyOf(v activityView, a answer.ActivityAnswer) []apiActivityStep {
	steps := []apiActivityStep{}
	for i, step := range a.History {
		out := apiActivityStep{At: front.RFCOrNull(step.At), Text: step.Text, Gap: step.Gap, Events: front.IDs(step.Evidence)}
		if i < len(v.entries) {
			out.Repeats = repeats(v.entries[i].Sources, v.arrivals)
		}
		steps = append(steps, out)
	}
	return steps
}
