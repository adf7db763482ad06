package activity

import (
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/activity"
	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// companyListPath is the list of the things of one kind that name no customer.
func companyListPath(kind activity.Kind) string { return "/settlements?kind=" + string(kind) }

// Settlements is /settlements: what concerns the company and no one customer,
// first of all settlements, newest first.
func (p *Pages) Settlements(c echo.Context, who auth.Actor) error {
	face := p.Face(who)
	var l lists
	var feed *templates.Feed
	err := p.Cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if l, err = readCompanyList(c, r); err != nil {
			return err
		}
		feed, err = front.ReadFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	page := p.listPage(p.Frame(c, who, templates.NavSettlements, feed), l, "/settlements", c.QueryParam("cursor"), face)
	if l.kind != activity.Settlement {
		page.Heading += " that name no customer"
	}
	slices.SortStableFunc(page.Tabs, func(a, b templates.Tab) int { return settlementsFirst(a) - settlementsFirst(b) })
	return p.OK(c, templates.ActivityList(page))
}

// settlementsFirst orders the lists beside each other: what the page is named after leads.
func settlementsFirst(t templates.Tab) int {
	if t.Href == companyListPath(activity.Settlement) {
		return 0
	}
	return 1
}

// readCompanyList reads settlements where nothing else is asked for.
func readCompanyList(c echo.Context, r *store.Reader) (l lists, err error) {
	if l.counts, err = r.CompanyActivityCounts(); err != nil {
		return l, err
	}
	if l.kind, err = kindAsked(c, []activity.Kind{activity.Settlement}); err != nil {
		return l, err
	}
	l.page, err = r.CompanyActivities(l.kind, c.QueryParam("cursor"), front.RowsPerPage)
	return l, err
}
