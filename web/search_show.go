package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
)

// searchShow is /search: an exact id that is one thing goes straight to its
// page; one that is two things is a choice; everything else is a list.
func (s *Server) searchShow(c echo.Context, who auth.Actor) error {
	q, face := understand(c.QueryParam("q")), s.face()
	var hits []hit
	var feed *templates.Feed
	err := s.cfg.DB.Read(c.Request().Context(), func(r *store.Reader) (err error) {
		if hits, err = s.find(r, q, face); err != nil {
			return err
		}
		feed, err = readFeed(r, face)
		return err
	})
	if err != nil {
		return err
	}
	if q.exact && len(hits) == 1 {
		return c.Redirect(http.StatusSeeOther, hits[0].url())
	}
	return s.ok(c, templates.Search(searchPage(s.frame(c, who, templates.NavNone, feed), q, hits, face)))
}

func searchPage(frame templates.Frame, q inquiry, hits []hit, face clockface) templates.SearchPage {
	frame.Query = q.text
	frame.Title = searchTitle(q, hits)
	page := templates.SearchPage{Frame: frame, Understood: q.interpreted(), Groups: groups(hits, face), Formats: formats()}
	if len(hits) == 0 && q.text != "" {
		page.Searched, page.Missing = q.searched(), missing()
	}
	return page
}

func searchTitle(q inquiry, hits []hit) string {
	switch {
	case q.text == "":
		return "Search"
	case len(hits) == 0:
		return "Nothing found"
	case q.exact:
		return "Which one?"
	}
	return "Found"
}

// formats are what can be searched for today.
func formats() []string {
	return []string{
		"a transfer id, like 49983981 or #49983981",
		"a profile id: the customer's page",
		"a user id: the state of the user's account",
		"a delivery id of a webhook (X-Delivery-Id)",
		"a text with several of them, such as a whole e-mail: each is listed with its answer",
	}
}

// searched says what was tried.
func (q inquiry) searched() []string {
	if len(q.ids)+len(q.deliveries) == 0 {
		return []string{"nothing: there is no id in what was typed"}
	}
	return []string{"transfers, profiles and users that an event from Wise has named", "deliveries by their id"}
}

// missing says why a thing that exists at Wise may not be found here.
func missing() []string {
	return []string{
		"top-ups send no state events: a payment into a Wise balance has no transfer here, only a balance movement on the customer's page",
		"a transfer appears with its first event; if it is new, or the subscription is, Wise may not have told us yet",
	}
}

// groups sorts the hits by kind, in the order in which an agent wants them.
func groups(hits []hit, face clockface) []templates.SearchGroup {
	var all []templates.SearchGroup
	for _, k := range []struct{ kind, label, one string }{
		{"transfer", "Transfers", "Transfer"}, {"customer", "Customers", "Customer"}, {"user", "Users", "User"}, {"event", "Events", "Event"},
	} {
		group := templates.SearchGroup{Label: k.label}
		for _, h := range hits {
			if h.kind == k.kind {
				group.Hits = append(group.Hits, templates.Hit{
					Kind: k.one, ID: idText(h.id), Href: h.url(), Answer: h.answer, Tag: h.tag, Since: face.at(h.since),
				})
			}
		}
		if len(group.Hits) > 0 {
			all = append(all, group)
		}
	}
	return all
}
