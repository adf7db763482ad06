package web

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

// markPage notes when a page began to be read: what changes from then on is told to it
// once it listens.
func (s *Server) markPage(c echo.Context) { c.Set(markKey, s.cfg.Live.Mark()) }

// goLive lets a page listen to topics. What answers a form is no page that could be
// asked for again, and what a page is about may be no topic, such as a code of Wise's
// that is no word.
func (s *Server) goLive(c echo.Context, f *templates.Frame, topics ...live.Topic) {
	_, err := live.Parse(words(topics))
	if c.Request().Method != http.MethodGet || err != nil {
		return
	}
	f.Live = words(topics)
	f.Since, _ = c.Get(markKey).(string)
}

// words writes topics as a page lists them.
func words(topics []live.Topic) string {
	text := make([]string, len(topics))
	for i, topic := range topics {
		text[i] = string(topic)
	}
	return strings.Join(text, " ")
}

// meet lets a page listen to topics, too, and people meet on the first of them.
func (s *Server) meet(c echo.Context, who auth.Actor, f *templates.Frame, subject live.Topic, others ...live.Topic) {
	s.goLive(c, f, append([]live.Topic{subject}, others...)...)
	if f.Live != "" {
		f.Here, f.Others = string(subject), s.others(who, subject)
	}
}

// others is who else is on the page about the subject, for its line; nothing is said
// of nobody, who may only have no scripts.
func (s *Server) others(who auth.Actor, subject live.Topic) []templates.Other {
	var others []templates.Other
	for _, o := range s.here.Others(string(subject), who.ID) {
		others = append(others, templates.Other{Name: o.Name, Editing: o.Editing})
	}
	return others
}

// changed tells open pages that something has changed; they look again by themselves.
// It is called after an act, and never waits.
func (s *Server) changed(topics ...live.Topic) { s.cfg.Live.Changed(topics...) }
