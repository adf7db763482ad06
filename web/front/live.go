package front

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/live"
	"transferdesk/templates"
)

// markKey is where a request keeps the hub's mark of the moment at which it came.
const markKey = "live-mark"

// MarkPage notes when a page began to be read: what changes from then on is told to it
// once it listens.
func (h *House) MarkPage(c echo.Context) { c.Set(markKey, h.Cfg.Live.Mark()) }

// GoLive lets a page listen to topics. What answers a form is no page that could be
// asked for again, and what a page is about may be no topic, such as a code of Wise's
// that is no word.
func (h *House) GoLive(c echo.Context, f *templates.Frame, topics ...live.Topic) {
	_, err := live.Parse(Words(topics))
	if c.Request().Method != http.MethodGet || err != nil {
		return
	}
	f.Live = Words(topics)
	f.Since, _ = c.Get(markKey).(string)
}

// Words writes topics as a page lists them.
func Words(topics []live.Topic) string {
	text := make([]string, len(topics))
	for i, topic := range topics {
		text[i] = string(topic)
	}
	return strings.Join(text, " ")
}

// Meet lets a page listen to topics, too, and people meet on the first of them.
func (h *House) Meet(c echo.Context, who auth.Actor, f *templates.Frame, subject live.Topic, others ...live.Topic) {
	h.GoLive(c, f, append([]live.Topic{subject}, others...)...)
	if f.Live != "" {
		f.Here, f.Others = string(subject), h.others(who, subject)
	}
}

// others is who else is on the page about the subject, for its line; nothing is said
// of nobody, who may only have no scripts.
func (h *House) others(who auth.Actor, subject live.Topic) []templates.Other {
	var others []templates.Other
	for _, o := range h.Here.Others(string(subject), who.ID) {
		others = append(others, templates.Other{Name: o.Name, Editing: o.Editing})
	}
	return others
}

// Changed tells open pages that something has changed; they look again by themselves.
// It is called after an act, and never waits.
func (h *House) Changed(topics ...live.Topic) { h.Cfg.Live.Changed(topics...) }
