package web

import (
	"net/url"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// activityLists is one list of things and how many each list beside it has.
type activityLists struct {
	kind   activity.Kind // "": there is nothing at all
	counts map[activity.Kind]int64
	page   store.Page[activity.Facts]
}

// activityList is /customers/{profile_id}/activity?kind=: all things of one kind,
// newest first. It is a view of the customer.
func (s *Server) activityList(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "profile")
	if err != nil {
		return err
	}
	if err := s.RecordView(c, who, auth.ViewCustomer, "profile", id); err != nil {
		return err
	}
	face := s.Face(who)
	var lists activityLists
	var feed *templates.Feed
	err = s.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if _, err = r.Profile(id); err != nil {
			return err
		}
		if lists, err = readCustomerList(c, r, id); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := s.listPage(s.Frame(c, who, templates.NavNone, feed), lists, "/customers/"+front.IDText(id)+"/activity", c.QueryParam("cursor"), face)
	page.Profile = front.IDText(id)
	page.Title = page.Heading + " · Customer " + page.Profile
	return s.OK(c, templates.ActivityList(page))
}

func readCustomerList(c echo.Context, r *store.Reader, profile int64) (l activityLists, err error) {
	if l.counts, err = r.ActivityCounts(profile); err != nil {
		return l, err
	}
	if l.kind, err = kindAsked(c, kindsThere(l.counts)); err != nil || l.kind == "" {
		return l, err
	}
	l.page, err = r.ActivitiesOfKind(profile, l.kind, c.QueryParam("cursor"), front.RowsPerPage)
	return l, err
}

// listPage is a list with the others beside it.
func (s *Server) listPage(frame templates.Frame, l activityLists, path, cursor string, face front.Face) templates.ActivityListPage {
	word, known := wordOfKind(l.kind)
	if !known {
		word.many = "Nothing yet"
	}
	page := templates.ActivityListPage{
		Frame: frame, Heading: word.many, Rows: s.things(l.page.Rows, face), Pager: listPager(path, l, cursor),
		Empty: templates.Empty{
			Kind: templates.NothingYet, Title: "Nothing yet",
			Text: "No event from Wise has told us of any. That is not to say that there are none.",
		},
	}
	page.Title = page.Heading
	for _, w := range kindWords() {
		if l.counts[w.kind] > 0 {
			page.Tabs = append(page.Tabs, templates.Tab{
				Link: templates.Link{Href: path + "?kind=" + string(w.kind), Text: w.many}, Count: l.counts[w.kind], Current: w.kind == l.kind,
			})
		}
	}
	return page
}

// listPager pages within one kind.
func listPager(path string, l activityLists, cursor string) templates.Pager {
	var p templates.Pager
	query := url.Values{"kind": {string(l.kind)}}
	if cursor != "" {
		p.First = path + "?" + query.Encode()
	}
	if l.page.Next != "" {
		query.Set("cursor", l.page.Next)
		p.Next = path + "?" + query.Encode()
	}
	return p
}
