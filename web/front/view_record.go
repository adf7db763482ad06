package front

import (
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/audit"
	"transferdesk/internal/auth"
)

// RecordView writes who is about to see which thing; without that record the
// page is not shown (fault.Unavailable). kind is transfer, profile, user or event.
func (h *House) RecordView(c echo.Context, who auth.Actor, act auth.Act, kind string, id int64) error {
	return h.recordViewOf(c, who, act, kind, strconv.FormatInt(id, 10))
}

// RecordActivity is the same for a thing that Wise names by a text, of which the
// record keeps the beginning.
func (h *House) RecordActivity(c echo.Context, who auth.Actor, key activity.Key) error {
	return h.recordViewOf(c, who, auth.ViewActivity, string(key.Kind), strings.ToValidUTF8(key.ID[:min(len(key.ID), longestSubject)], ""))
}

// longestSubject is how much of a text the record of a view keeps, in bytes.
const longestSubject = 200

// refreshed are the acts of pages that ask for themselves again while they are open;
// what is revealed or handed out is recorded each time.
var refreshed = map[auth.Act]bool{auth.ViewTransfer: true, auth.ViewCustomer: true, auth.ViewUser: true, auth.ViewActivity: true, auth.ViewEvent: true}

func (h *House) recordViewOf(c echo.Context, who auth.Actor, act auth.Act, kind, id string) error {
	if isRefresh(c.Request()) && refreshed[act] && h.views.lasts(viewKey{who.Session, act, kind, id}, h.Cfg.Wall()) {
		return nil
	}
	err := audit.View(c.Request().Context(), h.Cfg.DB, h.Cfg.Wall, who, audit.Entry{
		Act: act, SubjectKind: kind, SubjectID: id, RequestID: RequestID(c),
	})
	if err == nil {
		h.views.note(viewKey{who.Session, act, kind, id}, h.Cfg.Wall())
	}
	return err
}
