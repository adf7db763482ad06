package web

import (
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
)

// searchShow is /search: an exact id, reference or e-mail that is one thing goes
// straight to its page; one that is two things is a choice; everything else is a
// list. What was searched for stands in no log: it may be a person's name.
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
	if len(hits) == 1 && hits[0].exact && hits[0].url() != "" {
		return c.Redirect(http.StatusSeeOther, hits[0].url())
	}
	return s.ok(c, templates.Search(searchPage(s.frame(c, who, templates.NavNone, feed), q, hits, s.askFound(who), face)))
}

func searchPage(frame templates.Frame, q inquiry, hits []hit, ask func(inquiry) *templates.Action, face clockface) templates.SearchPage {
	frame.Query = q.text
	frame.Title = searchTitle(q, hits)
	page := templates.SearchPage{Frame: frame, Understood: q.interpreted(), Groups: groups(hits, face), Formats: formats()}
	page.More = q.name != "" && len(hits) >= store.MaxFound || len(hits) >= maxHits
	if len(hits) == 0 && q.text != "" {
		page.Searched, page.Missing = q.searched(), missing()
		page.Ask = ask(q)
	}
	return page
}

func searchTitle(q inquiry, hits []hit) string {
	switch {
	case q.text == "":
		return "Search"
	case len(hits) == 0:
		return "Nothing found"
	case q.exact || allExact(hits):
		return "Which one?"
	}
	return "Found"
}

// allExact says whether every hit answers to the whole of what was typed.
func allExact(hits []hit) bool {
	return !slices.ContainsFunc(hits, func(h hit) bool { return !h.exact })
}

// missing says why a thing that exists at Wise may not be found here.
func missing() []string {
	return []string{
		"top-ups send no state events: a payment into a Wise balance has no transfer here, only a balance movement on the customer's page",
		"a transfer appears with its first event; if it is new, or the subscription is, Wise may not have told us yet",
		"names, e-mails and own references are those of the imported directory",
	}
}

// groups sorts the hits by kind, in the order in which an agent wants them.
func groups(hits []hit, face clockface) []templates.SearchGroup {
	var all []templates.SearchGroup
	for _, k := range []struct{ kind, label string }{
		{"transfer", "Transfers"}, {"customer", "Customers"}, {"user", "Users"}, {"activity", "Cards, cases, payments and more"}, {"event", "Events"},
	} {
		group := templates.SearchGroup{Label: k.label}
		for _, h := range hits {
			if h.kind == k.kind {
				group.Hits = append(group.Hits, templates.Hit{
					Kind: h.word(), ID: h.idText(), Href: h.url(), Name: h.name, Found: h.found, Answer: h.answer, Tag: h.tag, Since: face.at(h.since),
				})
			}
		}
		if len(group.Hits) > 0 {
			all = append(all, group)
		}
	}
	return all
}
