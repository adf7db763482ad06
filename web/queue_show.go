package web

import (
	"net/url"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/fault"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
)

// queueKind is one of the three counters of the home page.
type queueKind struct {
	kind  store.QueueKind
	label string
	tone  templates.Tone
	none  string // what an empty list says
}

// queueKinds: the counters in the order of the page; the first is shown unasked.
func queueKinds() []queueKind {
	return []queueKind{
		{store.QueueReturned, "Returned, not refunded", answer.Problem, "No payment is back at Wise without a refund."},
		{store.QueueFailed, "Payout failed, state unchanged", answer.Problem, "No payout has failed without a return."},
		{store.QueueCases, "Cases waiting", answer.Waiting, "No transfer has an active case."},
	}
}

// queueShow is the home page: three counters and the rows behind one of them.
func (s *Server) queueShow(c echo.Context, who auth.Actor) error {
	chosen, err := chooseQueue(c.QueryParam("show"))
	if err != nil {
		return err
	}
	cursor, face := c.QueryParam("cursor"), s.face()
	var counts map[store.QueueKind]tileView
	var page store.Page[transfer.Facts]
	var names map[int64]string
	var all beside
	var feed *templates.Feed
	var look *templates.Look
	var gaps *templates.Gaps
	var incidents []answer.Incident
	err = s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if look, err = readLook(r, who); err != nil {
			return err
		}
		if gaps, err = s.readGaps(r, who, face.now); err != nil {
			return err
		}
		if incidents, err = s.readIncidents(r); err != nil {
			return err
		}
		if counts, err = s.readTiles(r, face.now); err != nil {
			return err
		}
		if page, err = r.Queue(chosen.kind, cursor, rowsPerPage); err != nil {
			return err
		}
		if names, err = readNames(r, page.Rows); err != nil {
			return err
		}
		if all, err = readBeside(r, page.Rows); err != nil {
			return err
		}
		feed, err = readFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	frame := s.frame(c, who, templates.NavQueue, feed)
	frame.Title = chosen.label
	return s.ok(c, templates.Queue(templates.QueuePage{
		Frame:     frame,
		Tiles:     queueTiles(counts, chosen, face),
		Look:      look,
		Incidents: s.incidentBanner(incidents, face),
		Gaps:      gaps,
		Heading:   chosen.label,
		Rows:      withNames(s.queueRows(chosen.kind, page.Rows, all, face), page.Rows, names),
		Pager:     queuePager(chosen, page.Next, cursor),
		Empty:     queueEmpty(chosen, feed),
	}))
}

func chooseQueue(show string) (queueKind, error) {
	kinds := queueKinds()
	for _, k := range kinds {
		if show == string(k.kind) {
			return k, nil
		}
	}
	if show != "" {
		return queueKind{}, fault.New(fault.Invalid, "There is no such list: show is returned, failed or cases.")
	}
	return kinds[0], nil
}

// tileView is one counter: how many, and since when the oldest waits.
type tileView struct {
	count  int64
	oldest time.Time
}

// readTiles counts the lists; the first row of each has waited longest.
func (s *Server) readTiles(r *store.Reader, now time.Time) (map[store.QueueKind]tileView, error) {
	counts, err := r.QueueCounts()
	if err != nil {
		return nil, err
	}
	tiles := map[store.QueueKind]tileView{
		store.QueueReturned: {count: counts.Returned}, store.QueueFailed: {count: counts.Failed}, store.QueueCases: {count: counts.Cases},
	}
	for kind, tile := range tiles {
		page, err := r.Queue(kind, "", 1)
		if err != nil {
			return nil, err
		}
		for _, f := range page.Rows {
			tile.oldest = s.waitsSince(kind, f, now)
		}
		tiles[kind] = tile
	}
	return tiles, nil
}

// queueRows are the rows of a list, each with the age by which the list is sorted.
func (s *Server) queueRows(kind store.QueueKind, list []transfer.Facts, all beside, face clockface) []templates.TransferRow {
	rows := s.rows(list, all, face)
	for i, f := range list {
		rows[i].Since = face.at(s.waitsSince(kind, f, face.now))
		rows[i].Asked = rows[i].Asked && kind != store.QueueCases
	}
	return rows
}

// waitsSince is when a transfer came into a list: its oldest open case, or the
// time of its answer, which in the other lists nothing beside the transfer changes.
func (s *Server) waitsSince(kind store.QueueKind, f transfer.Facts, now time.Time) time.Time {
	if kind != store.QueueCases {
		return s.compose(f, beside{}, now).SinceAt
	}
	var oldest time.Time
	for _, c := range f.OpenCases() {
		if oldest.IsZero() || c.Since.Before(oldest) {
			oldest = c.Since
		}
	}
	return oldest
}

func queueTiles(counts map[store.QueueKind]tileView, chosen queueKind, face clockface) []templates.Tile {
	var tiles []templates.Tile
	for _, k := range queueKinds() {
		tiles = append(tiles, templates.Tile{
			Count: counts[k.kind].count, Label: k.label, Oldest: face.age(counts[k.kind].oldest), Tone: k.tone,
			Href: "/?show=" + string(k.kind), Current: k.kind == chosen.kind,
		})
	}
	return tiles
}

func queuePager(k queueKind, next, here string) templates.Pager {
	path := "/?" + url.Values{"show": {string(k.kind)}}.Encode()
	var p templates.Pager
	if next != "" {
		p.Next = path + "&" + url.Values{"cursor": {next}}.Encode()
	}
	if here != "" {
		p.First = path
	}
	return p
}

// queueEmpty tells "nothing has come yet" from "nothing waits".
func queueEmpty(k queueKind, feed *templates.Feed) templates.Empty {
	if !feed.Last.Known() && !feed.Partial {
		return templates.Empty{Kind: templates.NothingYet, Title: "No event from Wise yet",
			Text: "Point a webhook subscription at /webhooks/wise; transfers appear here as soon as Wise reports them."}
	}
	return templates.Empty{Kind: templates.NothingMatches, Title: "Nothing waits here", Text: k.none}
}
