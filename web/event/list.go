package event

import (
	"net/url"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/internal/desk"
	"transferdesk/internal/live"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// List is /events: every delivery and what became of it.
func (p *Pages) List(c echo.Context, who auth.Actor) error {
	query := c.QueryParams()
	filter, err := parseFilter(query)
	if err != nil {
		return err
	}
	face := p.Face(who)
	var page store.Page[store.EventRow]
	var types []string
	var feed *templates.Feed
	var hour templates.ArrivalCounts
	var lag templates.Lag
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if page, err = r.Events(filter); err != nil {
			return err
		}
		if types, err = r.EventTypes(); err != nil {
			return err
		}
		if hour, err = front.ReadArrivals(r, who, face, "The last hour", time.Hour); err != nil {
			return err
		}
		if lag, err = front.ReadLag(r, face); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	shown := listPage(p.Frame(c, who, templates.NavEvents, feed), query, filter, types, page, face)
	p.GoLive(c, &shown.Frame, live.Events)
	shown.Hour, shown.Lag = hour, lag
	shown.Rejected = who.May(auth.ViewRejected)
	if shown.Again, err = p.againOffer(c, who, query, filter, desk.MostGlanced); err != nil {
		return err
	}
	return p.OK(c, templates.EventList(shown))
}

func listPage(frame templates.Frame, query url.Values, filter store.EventFilter, types []string, page store.Page[store.EventRow], face front.Face) templates.EventsPage {
	frame.Title = "Events from Wise"
	return templates.EventsPage{
		Frame:  frame,
		Filter: filterOf(query, filter, types, len(page.Rows)),
		Pager:  front.FilterPager("/events", query, page.Next),
		Rows:   Rows(page.Rows, face),
		Empty:  emptyOf(query, page.Next),
	}
}

// emptyOf tells "none yet", "none among those looked through" and "none".
func emptyOf(query url.Values, next string) templates.Empty {
	if next != "" {
		return templates.Empty{Kind: templates.NothingMatches, Title: "No event matches so far",
			Text: "The newest events were looked through; older ones may match. The next page goes on from there.", Clear: "/events"}
	}
	if len(query) > 0 {
		return templates.Empty{Kind: templates.NothingMatches, Title: "No event matches",
			Text: "No event from Wise passes all of these filters.", Clear: "/events"}
	}
	return templates.Empty{Kind: templates.NothingYet, Title: "No event from Wise yet",
		Text: "Point a webhook subscription of Wise at /webhooks/wise."}
}
