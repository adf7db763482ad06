package web

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

// eventList is /events: every delivery and what became of it.
func (s *Server) eventList(c echo.Context, who auth.Actor) error {
	query := c.QueryParams()
	filter, err := parseEvents(query)
	if err != nil {
		return err
	}
	face := s.Face(who)
	var page store.Page[store.EventRow]
	var types []string
	var feed *templates.Feed
	var hour templates.ArrivalCounts
	var lag templates.Lag
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if page, err = r.Events(filter); err != nil {
			return err
		}
		if types, err = r.EventTypes(); err != nil {
			return err
		}
		if hour, err = readArrivals(r, who, face, "The last hour", time.Hour); err != nil {
			return err
		}
		if lag, err = readLag(r, face); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	shown := eventsPage(s.Frame(c, who, templates.NavEvents, feed), query, filter, types, page, face)
	s.GoLive(c, &shown.Frame, live.Events)
	shown.Hour, shown.Lag = hour, lag
	shown.Rejected = who.May(auth.ViewRejected)
	if shown.Again, err = s.againOffer(c, who, query, filter, desk.MostGlanced); err != nil {
		return err
	}
	return s.OK(c, templates.EventList(shown))
}

func eventsPage(frame templates.Frame, query url.Values, filter store.EventFilter, types []string, page store.Page[store.EventRow], face front.Face) templates.EventsPage {
	frame.Title = "Events from Wise"
	return templates.EventsPage{
		Frame:  frame,
		Filter: eventFilter(query, filter, types, len(page.Rows)),
		Pager:  front.FilterPager("/events", query, page.Next),
		Rows:   eventRows(page.Rows, face),
		Empty:  eventsEmpty(query, page.Next),
	}
}

// eventsEmpty tells "none yet", "none among those looked through" and "none".
func eventsEmpty(query url.Values, next string) templates.Empty {
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
