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

// topics are what a page about a customer rests on, and his users' accounts.
func (v identityView) topics(profile int64) []live.Topic {
	var topics []live.Topic
	if profile > 0 {
		topics = append(topics, live.Profile(profile))
	}
	for user := range v.users {
		if len(topics) < mostUsers {
			topics = append(topics, live.User(user))
		}
	}
	return topics
}

// mostUsers is how many users of a customer a page listens to.
const mostUsers = 20
