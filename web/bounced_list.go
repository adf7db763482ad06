package web

import (
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/live"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// bouncedView is what both the page and the JSON of /bounced are made of.
type bouncedView struct {
	page       store.Page[transfer.Facts]
	names      map[int64]string // of customers, by profile
	beside     beside
	counts     map[transfer.Stage]store.StageCount
	reasons    []string
	currencies []string
	incidents  []answer.Incident
}

// parseBounced reads the filters of /bounced. Reasons and currencies are Wise's
// own and open; an unknown one gives a list that says why it is empty.
func parseBounced(query url.Values, who auth.Actor) (store.BouncedFilter, error) {
	chosen := front.Severals(query, "stage")
	if err := front.CheckValues("stage", chosen, stageCodes()); err != nil {
		return store.BouncedFilter{}, err
	}
	assignees, err := parseAssignees(query, who)
	if err != nil {
		return store.BouncedFilter{}, err
	}
	since, err := front.SinceDay(query)
	filter := store.BouncedFilter{
		Reasons: front.Severals(query, "reason"), Currencies: upper(front.Severals(query, "currency")),
		Assignees: assignees, Since: since, Cursor: query.Get("cursor"), Limit: front.RowsPerPage,
	}
	for _, stage := range chosen {
		filter.Stages = append(filter.Stages, transfer.Stage(stage))
	}
	return filter, err
}

func stageCodes() []string {
	var codes []string
	for _, stage := range wording.Stages() {
		codes = append(codes, string(stage))
	}
	return codes
}

func upper(values []string) []string {
	for i, v := range values {
		values[i] = strings.ToUpper(v)
	}
	return values
}

func readBounced(r *store.Reader, filter store.BouncedFilter) (v bouncedView, err error) {
	if v.page, err = r.Bounced(filter); err != nil {
		return v, err
	}
	if v.names, err = front.ReadNames(r, v.page.Rows); err != nil {
		return v, err
	}
	if v.beside, err = readBeside(r, v.page.Rows); err != nil {
		return v, err
	}
	if v.beside.hands, err = readHands(r, v.page.Rows); err != nil {
		return v, err
	}
	if err = v.beside.hands.readLooks(r, v.page.Rows); err != nil {
		return v, err
	}
	allStages := filter
	allStages.Stages = nil
	if v.counts, err = r.BouncedCounts(allStages); err != nil {
		return v, err
	}
	if v.reasons, err = r.BouncedReasons(); err != nil {
		return v, err
	}
	v.currencies, err = r.BouncedCurrencies()
	return v, err
}

// bouncedList is /bounced: counts by stage, filters, rows.
func (s *Server) bouncedList(c echo.Context, who auth.Actor) error {
	query, did := takeDeed("/bounced", c.QueryParams())
	filter, err := parseBounced(query, who)
	if err != nil {
		return err
	}
	face := s.Face(who)
	var toast *templates.Toast
	var view bouncedView
	var feed *templates.Feed
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if view, err = readBounced(r, filter); err != nil {
			return err
		}
		if view.incidents, err = s.readIncidents(r); err != nil {
			return err
		}
		if toast, err = did.read(r, who, face); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	frame := s.Frame(c, who, templates.NavBounced, feed)
	frame.Toast = toast
	s.GoLive(c, &frame, live.Bounced)
	return s.OK(c, templates.BouncedList(s.bouncedPage(frame, query, filter, view, who, face)))
}

func (s *Server) bouncedPage(frame templates.Frame, query url.Values, filter store.BouncedFilter, v bouncedView, who auth.Actor, face front.Face) templates.BouncedPage {
	frame.Title = "Bounced transfers"
	rows := v.beside.hands.on(s.rows(v.page.Rows, v.beside, face), v.page.Rows, who, front.Address("/bounced", query))
	return templates.BouncedPage{
		Frame:     frame,
		Incidents: s.incidentBanner(v.incidents, face),
		Tiles:     bouncedTiles(v.counts, filter, query, face),
		Filter:    s.bouncedFilter(query, filter, v, who),
		Rows:      front.WithNames(rows, v.page.Rows, v.names),
		Pager:     front.FilterPager("/bounced", query, v.page.Next),
		Empty:     bouncedEmpty(query),
	}
}

// bouncedTiles count each stage under the other filters; a tile leads to its rows.
func bouncedTiles(counts map[transfer.Stage]store.StageCount, filter store.BouncedFilter, query url.Values, face front.Face) []templates.Tile {
	var tiles []templates.Tile
	for _, stage := range wording.Stages() {
		link := url.Values{}
		for name, values := range query {
			if name != "cursor" && name != "stage" {
				link[name] = values
			}
		}
		link.Set("stage", string(stage))
		tone := answer.Problem
		if stage == transfer.StageRefunded {
			tone = answer.Final
		}
		tiles = append(tiles, templates.Tile{
			Count: counts[stage].N, Label: wording.StageWords[stage], Oldest: face.Age(counts[stage].Oldest), Tone: tone,
			Href: front.Address("/bounced", link), Current: len(filter.Stages) == 1 && filter.Stages[0] == stage,
		})
	}
	return tiles
}
