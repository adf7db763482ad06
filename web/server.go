// Package web is HTTP in: every URL with the right that it needs, in routes.go, and the
// pages about customers and their money, and the JSON API. A handler parses, asks the
// store, composes, builds one view model and renders it into a buffer.
// What every page needs is in web/front; a subject that stands by itself has a room
// beside that one, whose pages New wires in.
package web

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/reason"
	activities "transferdesk/web/activity"
	"transferdesk/web/event"
	"transferdesk/web/front"
	"transferdesk/web/gate"
	"transferdesk/web/help"
	"transferdesk/web/login"
	"transferdesk/web/playbook"
	"transferdesk/web/reconciliation"
	"transferdesk/web/settings"
	"transferdesk/web/stream"
	"transferdesk/web/subscription"
	"transferdesk/web/system"
	"transferdesk/web/webhook"
)

// Server answers HTTP requests. It is safe for use by many goroutines.
type Server struct {
	*front.House
	activities     *activities.Pages
	events         *event.Pages
	help           *help.Pages
	login          *login.Pages
	playbook       *playbook.Pages
	reconciliation *reconciliation.Pages
	settings       *settings.Pages
	streams        *stream.Streams
	subscriptions  *subscription.Pages
	system         *system.Pages
	webhook        *webhook.Webhook

	echo      *echo.Echo
	past      *pastTimes
	incidents *incidentWatch
	due       *dueCounts
	pace      stream.Pace
	patience  time.Duration // how long whoever clicks waits for Wise at most

	live    *atomic.Pointer[edition] // shared by all editions
	reading *sync.Mutex              // one reader of the playbook at a time; shared by all editions
	cards   *reason.Catalogue        // of this edition; nil: of the one that is current
}

// Config is everything that the server is made of.
type Config = front.Config

// New checks the configuration and builds the server: routes, guards, errors.
func New(cfg Config) (*Server, error) {
	house, err := front.New(cfg)
	if err != nil {
		return nil, err
	}
	s := &Server{past: &pastTimes{}, incidents: &incidentWatch{}, due: &dueCounts{}, pace: stream.UsualPace(), patience: patience, live: &atomic.Pointer[edition]{}, reading: &sync.Mutex{}}
	s.moveIn(house)
	if s.echo, err = gate.New(house); err != nil {
		return nil, err
	}
	if err := s.register(s.echo); err != nil {
		return nil, err
	}
	s.readPlaybook(context.Background())
	s.Cfg.Projector.OnChange(s.streams.Projected)
	s.Cfg.Enrich.OnNews(s.streams.Learned)
	return s, nil
}

// moveIn makes a house that of the server and of all its rooms.
func (s *Server) moveIn(house *front.House) {
	s.House = house
	s.activities = activities.New(house, s.catalogue)
	s.events = event.New(house)
	s.help = help.New(house)
	s.login = login.New(house)
	s.playbook = playbook.New(house, s.catalogue, s.readPlaybook, s.transferRows)
	s.reconciliation = reconciliation.New(house)
	s.settings = settings.New(house)
	s.streams = stream.New(house, s.pace)
	s.subscriptions = subscription.New(house)
	s.system = system.New(house)
	s.webhook = webhook.New(house)
}

// Handler is the whole server for net/http.
func (s *Server) Handler() http.Handler { return s.echo }
