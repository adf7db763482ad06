// Package front is what every page and answer needs and no subject owns: the
// configuration, who is signed in, the frame of a page and how it is printed, forms and
// filters, times, errors as pages and as JSON.
package front

import (
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"transferdesk/internal/auth"
	"transferdesk/internal/presence"
)

// House is what every page and answer needs: the configuration, who is signed in, the
// clock, how a page is framed and printed. A room of pages keeps it and takes what it
// needs from there. It is safe for use by many goroutines.
type House struct {
	Cfg      Config
	Base     *url.URL // where browsers find the server; without a host: this machine only
	Log      *slog.Logger
	Sessions *SessionStore
	Started  time.Time      // by the wall clock
	Here     *presence.Room // who is on which page
	Unread   bool           // what leads wrote in the playbook cannot be read, which pages say

	gzips *gzipPool
	views *lateViews
	zones *zoneClocks
}

// New checks the configuration, fills in what was left out and opens the house.
func New(cfg Config) (*House, error) {
	base, err := cfg.origin()
	if err != nil {
		return nil, err
	}
	h := &House{Cfg: cfg, Log: cfg.Log, Started: cfg.Wall().UTC(), Base: base, Here: presence.NewRoom(cfg.Wall), gzips: &gzipPool{}, views: newLateViews(), zones: newZoneClocks()}
	h.Sessions = newSessionStore(base, func(req *http.Request, secret string) (auth.Actor, error) {
		if isRefresh(req) {
			return cfg.Desk.SessionUnused(req.Context(), secret)
		}
		return cfg.Desk.Session(req.Context(), secret)
	})
	return h, nil
}
