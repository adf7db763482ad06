// Package web is HTTP in: the pages, the JSON API, the signed webhook. A handler
// parses, asks the store, composes, builds one view model and renders it into a
// buffer; errors are turned into answers in one place, and every URL stands in
// routes.go with the right that it needs.
package web

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"sync"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/presence"
	"transferdesk/internal/reason"
)

// Server answers HTTP requests. It is safe for use by many goroutines.
type Server struct {
	cfg       Config
	log       *slog.Logger
	echo      *echo.Echo
	sessions  *sessionStore
	gzips     *gzipPool
	views     *lateViews
	past      *pastTimes
	incidents *incidentWatch
	due       *dueCounts
	zones     *zoneClocks
	here      *presence.Room
	pace      streamPace
	started   time.Time     // by the wall clock
	patience  time.Duration // how long whoever clicks waits for Wise at most

	live    *atomic.Pointer[edition] // shared by all editions
	reading *sync.Mutex              // one reader of the playbook at a time; shared by all editions
	cards   *reason.Catalogue        // of this edition; nil: of the one that is current
	unread  bool                     // of this edition: what leads wrote cannot be read
}

// New checks the configuration and builds the server: routes, guards, errors.
func New(cfg Config) (*Server, error) {
	base, err := cfg.origin()
	if err != nil {
		return nil, err
	}
	s := &Server{cfg: cfg, log: cfg.Log, gzips: &gzipPool{}, views: newLateViews(), past: &pastTimes{}, incidents: &incidentWatch{}, due: &dueCounts{}, here: presence.NewRoom(cfg.Wall), pace: usualPace(), zones: newZoneClocks(), started: cfg.Wall().UTC(), patience: patience, live: &atomic.Pointer[edition]{}, reading: &sync.Mutex{}}
	s.sessions = newSessionStore(base, func(req *http.Request, secret string) (auth.Actor, error) {
		if isRefresh(req) {
			return cfg.Desk.SessionUnused(req.Context(), secret)
		}
		return cfg.Desk.Session(req.Context(), secret)
	})
	if s.echo, err = s.newEcho(base); err != nil {
		return nil, err
	}
	s.readPlaybook(context.Background())
	cfg.Projector.OnChange(s.projected)
	return s, nil
}

// Handler is the whole server for net/http.
func (s *Server) Handler() http.Handler { return s.echo }

func (s *Server) newEcho(base *url.URL) (*echo.Echo, error) {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = s.handleError
	address, err := clientAddress(s.cfg.TrustedProxies)
	if err != nil {
		return nil, err
	}
	e.IPExtractor = address
	forms, err := crossSite(base)
	if err != nil {
		return nil, err
	}
	e.Use(withRequestID, securityHeaders(base.Scheme == "https"), s.logRequests, s.recoverPanics, checkHost(base), forms)
	return e, s.register(e)
}
