package activity

import (
	"net/url"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// lists is one list of things and how many each list beside it has.
type lists struct {
	kind   activity.Kind // "": there is nothing at all
	counts map[activity.Kind]int64
	page   store.Page[activity.Facts]
}

// List is /customers/{profile_id}/activity?kind=: all things of one kind,
// newest first. It is a view of the customer.
func (p *Pages) List(c echo.Context, who auth.Actor) error {
	id, err := front.PathID(c, "profile")
	if err != nil {
		return err
	}
	if err := p.RecordView(c, who, auth.ViewCustomer, "profile", id); err != nil {
		return err
	}
	face := p.Face(who)
	var l lists
	var feed *templates.Feed
	err = p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if _, err = r.Profile(id); err != nil {
			return err
		}
		if l, err = readCustomerList(c, r, id); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := p.listPage(p.Frame(c, who, templates.NavNone, feed), l, "/customers/"+front.IDText(id)+"/activity", c.QueryParam("cursor"), face)
	page.Profile = front.IDText(id)
	page.Title = page.Heading + " · Customer " + page.Profile
	return p.OK(c, templates.ActivityList(page))
}

func readCustomerList(c echo.Context, r *store.Reader, profile int64) (l lists, err error) {
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
func (p *Pages) listPage(frame templates.Frame, l lists, path, cursor string, face front.Face) templates.ActivityListPage {
	word, known := wordOfKind(l.kind)
	if !known {
		word.Many = "Nothing yet"
	}
	page := templates.ActivityListPage{
		Frame: frame, Heading: word.Many, Rows: p.Things(l.page.Rows, face), Pager: listPager(path, l, cursor),
		Empty: templates.Empty{
			Kind: templates.NothingYet, Title: "Nothing yet",
			Text: "No event from Wise has told us of any. That is not to say that there are none.",
		},
	}
	page.Title = page.Heading
	for _, w := range KindWords() {
		if l.counts[w.Kind] > 0 {
			page.Tabs = append(page.Tabs, templates.Tab{
				Link: templates.Link{Href: path + "?kind=" + string(w.Kind), Text: w.Many}, Count: l.counts[w.Kind], Current: w.Kind == l.kind,
			})
		}
	}
	return page
}

// listPager pages within one kind.
func listPager(path string, l lists, cursor string) templates.Pager {
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
