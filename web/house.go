package web

import (
	"log/slog"
	"net/http"
	"net/url"

	"transferdesk/internal/auth"
	"transferdesk/internal/presence"
)

// House is what every page and answer needs: the configuration, who is signed in, the
// clock, how a page is framed and printed. A room of pages keeps it and takes what it
// needs from there. It is safe for use by many goroutines.
type House struct {
	cfg      Config
	log      *slog.Logger
	sessions *sessionStore
	here     *presence.Room // who is on which page
	unread   bool           // what leads wrote in the playbook cannot be read, which pages say

	base  *url.URL
	gzips *gzipPool
	views *lateViews
	zones *zoneClocks
}

// newHouse checks the configuration, fills in what was left out and opens the house.
func newHouse(cfg Config) (*House, error) {
	base, err := cfg.origin()
	if err != nil {
		return nil, err
	}
	h := &House{cfg: cfg, log: cfg.Log, base: base, here: presence.NewRoom(cfg.Wall), gzips: &gzipPool{}, views: newLateViews(), zones: newZoneClocks()}
	h.sessions = newSessionStore(base, func(req *http.Request, secret string) (auth.Actor, error) {
		if isRefresh(req) {
			return cfg.Desk.SessionUnused(req.Context(), secret)
		}
		return cfg.Desk.Session(req.Context(), secret)
	})
	return h, nil
}
