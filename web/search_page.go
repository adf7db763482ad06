package web

import (
	"fmt"
	"slices"

	"transferdesk/internal/auth"
	"transferdesk/internal/customer"
	"transferdesk/internal/inquiry"
	"transferdesk/templates"
	"transferdesk/web/front"
	"transferdesk/web/wording"
)

// mostEchoed is the longest pasted text that stands in its field again, in bytes: what
// is longer is easier pasted anew than looked through in there.
const mostEchoed = 20_000

// searchPage is the page but for its frame.
func (s *Server) searchPage(who auth.Actor, q inquiry.Inquiry, found findings, pasted bool, face front.Face) templates.SearchPage {
	page := templates.SearchPage{
		Pasted: pasted, Searching: q.Text != "", Understood: readings(q, found), Formats: wording.Formats(), More: slices.Contains(found.more, true),
	}
	if pasted && len(q.Text) <= mostEchoed {
		page.Text = q.Text
	}
	switch {
	case len(found.hits) == 0 && q.Text != "":
		page.Searched, page.Missing = searched(q), missing()
		page.Ask = s.askFound(who, q)
		if q.Listed() {
			page.Lines = s.lines(who, q, found, face)
		}
	case q.Listed():
		page.Lines = s.lines(who, q, found, face)
	default:
		page.Groups = groups(found.hits, face)
	}
	return page
}

func searchTitle(q inquiry.Inquiry, found findings) string {
	switch gone := len(notFound(q, found)); {
	case q.Text == "":
		return "Search"
	case len(found.hits) == 0:
		return "Nothing found"
	case allExact(found.hits):
		return "Which one?"
	case q.Listed() && gone > 0:
		return fmt.Sprintf("%d found, %d not", len(found.hits), gone)
	case q.Listed():
		return fmt.Sprintf("%d found", len(found.hits))
	}
	return "Found"
}

// allExact says whether every hit answers to the whole of what was typed.
func allExact(hits []hit) bool {
	return !slices.ContainsFunc(hits, func(h hit) bool { return !h.exact })
}

// lines are the parts of a text in its order, each with what it led to. A thing stands
// where the text names it first; a later name of it says so.
func (s *Server) lines(who auth.Actor, q inquiry.Inquiry, found findings, face front.Face) (all []templates.SearchLine) {
	shown := map[int]bool{}
	for i, t := range q.Terms {
		line := templates.SearchLine{Text: customer.ShownName(writtenOf(t)), More: found.more[i]}
		for _, at := range found.terms[i] {
			if h := found.hits[at]; !shown[at] {
				line.Hits = append(line.Hits, hitCard(h, face))
			} else if line.Same == "" {
				line.Same = h.title()
			}
			shown[at] = true
		}
		if len(found.terms[i]) == 0 {
			line.Lost = noSuch[t.Kind]
			if s.askNobodyKnows(who, t.ID) != nil && t.Kind == inquiry.Number {
				line.Ask = "/transfers/" + t.Text
			}
		}
		if len(line.Hits) > 0 || t.Kind != inquiry.Word {
			all = append(all, line)
		}
	}
	return all
}

// groups sorts the hits by kind, in the order in which an agent wants them.
func groups(hits []hit, face front.Face) []templates.SearchGroup {
	var all []templates.SearchGroup
	for _, k := range []struct{ kind, label string }{
		{"transfer", "Transfers"}, {"customer", "Customers"}, {"user", "Users"}, {"activity", "Cards, cases, payments and more"}, {"event", "Events"},
	} {
		group := templates.SearchGroup{Label: k.label}
		for _, h := range hits {
			if h.kind == k.kind {
				group.Hits = append(group.Hits, hitCard(h, face))
			}
		}
		if len(group.Hits) > 0 {
			all = append(all, group)
		}
	}
	return all
}

func hitCard(h hit, face front.Face) templates.Hit {
	return templates.Hit{
		Kind: h.word(), ID: h.idText(), Href: h.url(), Name: h.name, Found: h.found, Answer: h.answer, Amount: h.amount, Tag: h.tag, Since: face.At(h.since),
	}
}
