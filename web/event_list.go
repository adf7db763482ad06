package web

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
)

// eventStatuses: what can become of a delivery, as filters and JSON spell it.
func eventStatuses() []string {
	return []string{store.StatusApplied, store.StatusDuplicate, store.StatusKept, store.StatusTest, store.StatusQuarantined}
}

// parseEvents reads the filters of /events; delivery_id is Wise's X-Delivery-Id
// or our own id of the delivery.
func parseEvents(query url.Values) (store.EventFilter, error) {
	status := severals(query, "status")
	if err := checkValues("status", status, eventStatuses()); err != nil {
		return store.EventFilter{}, err
	}
	return store.EventFilter{
		DeliveryID: strings.TrimSpace(query.Get("delivery_id")),
		Type:       strings.TrimSpace(query.Get("type")),
		Status:     status,
		Cursor:     query.Get("cursor"),
		Limit:      rowsPerPage,
	}, nil
}

// eventList is /events: every delivery and what became of it.
func (s *Server) eventList(c echo.Context, who auth.Actor) error {
	query := c.QueryParams()
	filter, err := parseEvents(query)
	if err != nil {
		return err
	}
	face := s.face()
	var page store.Page[store.EventRow]
	var types []string
	var feed *templates.Feed
	var hour templates.ArrivalCounts
	var lag templates.Lag
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if page, err = r.Events(filter); err != nil {
			return err
		}
		if types, err = r.EventTypes(); err != nil {
			return err
		}
		if hour, err = readArrivals(r, face, "The last hour", time.Hour); err != nil {
			return err
		}
		if lag, err = readLag(r, face); err != nil {
			return err
		}
		feed, err = readFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	shown := eventsPage(s.frame(c, who, templates.NavEvents, feed), query, filter, types, page, face)
	shown.Hour, shown.Lag = hour, lag
	return s.ok(c, templates.EventList(shown))
}

func eventsPage(frame templates.Frame, query url.Values, filter store.EventFilter, types []string, page store.Page[store.EventRow], face clockface) templates.EventsPage {
	frame.Title = "Events from Wise"
	return templates.EventsPage{
		Frame:  frame,
		Filter: eventFilter(query, filter, types, len(page.Rows)),
		Pager:  filterPager("/events", query, page.Next),
		Rows:   eventRows(page.Rows, face),
		Empty:  eventsEmpty(query),
	}
}

// eventFilter stands open only where it found nothing: the chips say what is in
// force, and the rows are what was asked for.
func eventFilter(query url.Values, filter store.EventFilter, types []string, found int) templates.Filter {
	var chosen []string
	if filter.Type != "" {
		chosen = []string{filter.Type}
	}
	word := func(status string) string { return statusTag(status).Text }
	f := templates.Filter{
		Action: "/events",
		Groups: []templates.FilterGroup{
			{Name: "status", Label: "What became of it", Choices: choices(eventStatuses(), filter.Status, word)},
		},
		Fields: []templates.FilterField{
			{Name: "type", Label: "Type", Type: "text", Value: filter.Type, Hint: typeHint(types)},
			{Name: "delivery_id", Label: "Delivery id", Type: "text", Value: filter.DeliveryID, Hint: "Wise’s X-Delivery-Id, or the number of the event here"},
		},
	}
	f.Chips = slices.Concat(
		chips("/events", query, "status", "Became", filter.Status, word),
		chips("/events", query, "type", "Type", chosen, itself),
		chips("/events", query, "delivery_id", "Delivery", severals(query, "delivery_id"), itself),
	)
	if len(f.Chips) > 0 {
		f.Clear, f.Open = "/events", found == 0
	}
	return f
}

// typeHint names a few of the types that have come.
func typeHint(types []string) string {
	if len(types) == 0 {
		return "like transfers#state-change"
	}
	return "seen so far: " + strings.Join(types[:min(len(types), 8)], ", ")
}

func eventsEmpty(query url.Values) templates.Empty {
	if len(query) > 0 {
		return templates.Empty{Kind: templates.NothingMatches, Title: "No event matches",
			Text: "No event from Wise passes all of these filters.", Clear: "/events"}
	}
	return templates.Empty{Kind: templates.NothingYet, Title: "No event from Wise yet",
		Text: "Point a webhook subscription of Wise at /webhooks/wise."}
}
