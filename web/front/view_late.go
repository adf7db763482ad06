package front

import (
	"net/http"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
)

// A page that refreshes parts of itself is not viewed once more: for viewLasts after
// the record of a view, the same session looks at the same thing without another.
// What is forgotten, as by a restart, is only recorded again.
const (
	viewLasts = 15 * time.Minute
	mostViews = 4096
)

// viewKey is who saw what how: a session, and the act and subject of the record.
type viewKey struct {
	session  string
	act      auth.Act
	kind, id string
}

// lateViews are the latest records of views.
type lateViews struct {
	mu sync.Mutex // guards at
	at map[viewKey]time.Time
}

func newLateViews() *lateViews { return &lateViews{at: map[viewKey]time.Time{}} }

// note remembers a record; one without a session, as of a token, is not refreshed.
func (v *lateViews) note(one viewKey, now time.Time) {
	if one.session == "" {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.at) >= mostViews {
		clear(v.at)
	}
	v.at[one] = now
}

// lasts says whether a view was recorded lately.
func (v *lateViews) lasts(one viewKey, now time.Time) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	at, ok := v.at[one]
	return ok && now.Sub(at) < viewLasts && !now.Before(at)
}

// isRefresh says whether a page asks by itself: for itself once more, or for what has
// changed. Whoever reads it did nothing.
func isRefresh(req *http.Request) bool {
	return req.Method == http.MethodGet && (req.Header.Get("X-Refresh") == "1" || req.URL.Path == "/live")
}

// RefreshView records a view, unless the session's last record of it still stands.
func (h *House) RefreshView(c echo.Context, who auth.Actor, act auth.Act, kind string, id int64) error {
	if h.views.lasts(viewKey{who.Session, act, kind, IDText(id)}, h.Cfg.Wall()) {
		return nil
	}
	return h.RecordView(c, who, act, kind, id)
}
