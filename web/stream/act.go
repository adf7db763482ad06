package stream

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/auth"
	"transferdesk/internal/live"
	"transferdesk/web/front"
)

// Acted tells open pages what a form that was taken may have changed: the thing that
// its address names, and the lists that it may stand in. What leads write on a card
// stands on any page. A form whose act changes more says so itself.
func (s *Streams) Acted(c echo.Context, act auth.Act) {
	if c.Request().Method != http.MethodPost || c.Response().Status >= http.StatusBadRequest {
		return
	}
	if act == auth.EditPlaybook || act == auth.RestorePlaybook {
		s.Changed(live.Everything)
		return
	}
	for _, name := range c.ParamNames() {
		if id, err := strconv.ParseInt(c.Param(name), 10, 64); err == nil && id > 0 {
			s.Changed(topicsOfPath(name, id)...)
		}
	}
}

// topicsOfPath are the topics behind an id in an address, by the name that the routes
// give it.
func topicsOfPath(name string, id int64) []live.Topic {
	switch name {
	case "transfer":
		return []live.Topic{live.Transfer(id), live.Queue, live.Bounced}
	case "profile":
		return []live.Topic{live.Profile(id), live.Queue}
	case "case":
		return []live.Topic{live.Activity(string(activity.SupportCase), front.IDText(id)), live.Cases}
	case "event":
		return []live.Topic{live.Event(id), live.Events}
	}
	return nil
}
