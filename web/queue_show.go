package web

import (
	"net/url"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/answer"
	"transferdesk/internal/auth"
	"transferdesk/internal/history"
	"transferdesk/internal/live"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// queueShow is the home page: four counters, the checks below them, and the rows
// behind one of all.
func (s *Server) queueShow(c echo.Context, who auth.Actor) error {
	chosen, err := chooseQueue(c.QueryParam("show"))
	if err != nil {
		return err
	}
	scope, err := chooseScope(c.QueryParam("whose"), who)
	if err != nil {
		return err
	}
	cursor, face := c.QueryParam("cursor"), s.Face(who)
	_, did := takeDeed("/", c.QueryParams())
	var toast *templates.Toast
	var v queueView
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if v, err = s.readQueue(r, who, chosen, scope, cursor, face); err != nil {
			return err
		}
		toast, err = did.read(r, who, face)
		return err
	})
	if err != nil {
		return err
	}
	frame := s.Frame(c, who, templates.NavQueue, v.feed)
	frame.Title, frame.Toast = chosen.label, toast
	s.GoLive(c, &frame, live.Queue, live.Cases)
	page := s.queuePage(frame, chosen, v, face)
	page.Rows = front.WithNames(s.queueRows(chosen, v, who, did.here, face), v.rows.Rows, v.names)
	page.Pager = queuePager(chosen, scope, v.next(chosen), cursor)
	return s.OK(c, templates.Queue(page))
}

// queuePage is the page without the rows of transfers and the way to the next ones.
func (s *Server) queuePage(frame templates.Frame, chosen queueList, v queueView, face front.Face) templates.QueuePage {
	page := templates.QueuePage{
		Frame:     frame,
		Tiles:     queueTiles(v, chosen, face),
		Checks:    queueChecks(v, chosen),
		Behind:    v.behind,
		Look:      v.look,
		Incidents: s.incidentBanner(v.incidents, face),
		Gaps:      v.gaps,
		Recent:    recentLooks(v.recent, face),
		Heading:   chosen.label,
		Scopes:    scopeChips(v, chosen),
		Empty:     queueEmpty(chosen, v),
	}
	if chosen.closing() {
		page.Closing = s.closingRows(v.closing, face)
	}
	return page
}

// next is where the list goes on; "" at its end.
func (v queueView) next(chosen queueList) string {
	if chosen.closing() {
		return v.closing.page.Next
	}
	return v.rows.Next
}

// queueRows are the rows of a list; Since is what the list is ordered by, and those
// of a list of what is due say why they are.
func (s *Server) queueRows(list queueList, v queueView, who auth.Actor, here string, face front.Face) []templates.TransferRow {
	all := v.beside
	out := v.hands.on(s.rows(v.rows.Rows, all, face), v.rows.Rows, who, here)
	for i, f := range v.rows.Rows {
		out[i].Since = face.At(s.waitsSince(list, f, face))
		v.hands.stands(&out[i], f.Transfer, v.scope, face)
		out[i].Asked = out[i].Asked && list.show != string(store.QueueCases)
		switch {
		case list.check != "":
			sayFound(&out[i], list.check, v, f.Transfer, face)
		case list.watched():
			sayDue(&out[i], s.compose(f, all, face), list, face)
		}
	}
	return out
}

// sayDue says why a transfer stands in a list of what is due, and since when.
func sayDue(row *templates.TransferRow, a answer.Answer, list queueList, face front.Face) {
	for _, code := range list.flags {
		if flag, ok := a.Flag(code); ok {
			row.Due = append(row.Due, flag.Text)
			row.Since, row.Asked = face.At(flag.Since), false
		}
	}
}

// waitsSince is since when a transfer waits in a list: a case from when it was
// first seen, all others from what their answer says.
func (s *Server) waitsSince(list queueList, f transfer.Facts, face front.Face) time.Time {
	if list.show != string(store.QueueCases) {
		return s.compose(f, beside{}, face).SinceAt
	}
	var oldest time.Time
	for _, c := range f.OpenCases() {
		if oldest.IsZero() || c.Since.Before(oldest) {
			oldest = c.Since
		}
	}
	return oldest
}

func queuePager(list queueList, scope store.Scope, next, here string) templates.Pager {
	path := queueHref(list, scope)
	var p templates.Pager
	if next != "" {
		p.Next = path + "&" + url.Values{"cursor": {next}}.Encode()
	}
	if here != "" {
		p.First = path
	}
	return p
}

func queueEmpty(list queueList, v queueView) templates.Empty {
	if list.watched() && v.behind {
		return templates.Empty{Kind: templates.NothingYet, Title: "Being brought up to date",
			Text: "Older events are being read again with a newer version. What is due cannot be said until that is done."}
	}
	if !v.feed.Last.Known() && !v.feed.Partial {
		return templates.Empty{Kind: templates.NothingYet, Title: "No event from Wise yet",
			Text: "Point a webhook subscription at /webhooks/wise; transfers appear here as soon as Wise reports them."}
	}
	if list.show == "late" && !tellsLate(v.patience.History) {
		return templates.Empty{Kind: templates.NothingYet, Title: "Too few of our own yet",
			Text: "From 20 finished transfers on it can be said what is late. Until then nothing is listed here."}
	}
	empty := templates.Empty{Kind: templates.NothingMatches, Title: "Nothing waits here", Text: list.none}
	return emptyScope(empty, list, v)
}

// tellsLate says whether there are enough of our own for anything to be late against.
func tellsLate(past history.Table) bool {
	for key, f := range past {
		if key.Leg != string(transfer.SentBounced) && f.Told() {
			return true
		}
	}
	return false
}
