package event

import (
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/journal"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// rejectedView is what the page of refused requests is made of.
type rejectedView struct {
	page    store.Page[store.RejectedRow]
	reasons []store.RejectedReason
	hour    int64
	day     int64
}

func readRejected(r *store.Reader, cursor string, now time.Time) (v rejectedView, err error) {
	if v.page, err = r.RejectedPage(cursor, front.RowsPerPage); err != nil {
		return v, err
	}
	if v.reasons, err = r.RejectedReasons(); err != nil {
		return v, err
	}
	if v.hour, err = r.RejectedSince(now.Add(-time.Hour)); err != nil {
		return v, err
	}
	v.day, err = r.RejectedSince(now.AddDate(0, 0, -1))
	return v, err
}

// Rejected is /events/rejected: what came to the webhook and was refused, why,
// and what to do. Nothing on it is verified.
func (p *Pages) Rejected(c echo.Context, who auth.Actor) error {
	face := p.Face(who)
	var view rejectedView
	var feed *templates.Feed
	err := p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readRejected(r, c.QueryParam("cursor"), face.Now); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	frame := p.Frame(c, who, templates.NavEvents, feed)
	frame.Title = "Refused at the door"
	return p.OK(c, templates.RejectedList(rejectedPage(frame, view, c.QueryParam("cursor"), face)))
}

func rejectedPage(frame templates.Frame, v rejectedView, cursor string, face front.Face) templates.RejectedPage {
	page := templates.RejectedPage{Frame: frame, Hour: v.hour, Day: v.day, Most: store.MaxRejected, Pager: front.Pager("/events/rejected", "cursor", v.page.Next, cursor)}
	for _, r := range v.reasons {
		d := journal.Explain(r.Reason)
		page.Total += r.Count
		page.Reasons = append(page.Reasons, templates.RejectedReason{Title: d.Title, What: d.What, Do: d.Do, Code: r.Reason, Count: r.Count, Last: face.At(r.LastAt)})
	}
	for _, row := range v.page.Rows {
		page.Rows = append(page.Rows, templates.RejectedRow{
			At: face.At(row.At), Title: journal.Explain(row.Reason).Title, Remote: row.Remote, Size: sizeWords(row.Bytes), Headers: front.HeaderLines(row.Headers),
		})
	}
	return page
}

func sizeWords(bytes int64) string {
	if bytes < 0 {
		return "size not known"
	}
	return strconv.FormatInt(bytes, 10) + " bytes"
}
