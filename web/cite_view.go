package web

import (
	"slices"
	"strconv"

	"transferdesk/internal/answer"
	"transferdesk/internal/evidence"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// citations leads from deliveries to where a page shows what they say.
type citations struct {
	rows    map[int64]templates.Cite // of those that the timeline shows
	numbers map[string]int           // by the address: one number for an event on the whole page
}

// cite gives every sentence of a transfer's page the links to what it rests on.
func cite(page *templates.TransferPage) {
	c := citations{rows: map[int64]templates.Cite{}, numbers: map[string]int{}}
	c.addRows(page, page.Timeline, true)
	c.addRows(page, page.Unplaced, false)
	for _, s := range page.Card.Answer.Sentences() {
		r := templates.Rests{Part: s.Part, ID: string(s.Part), Name: partName(s.Part), Cites: c.of(s.Evidence)}
		for _, g := range s.Grounds {
			r.Also = append(r.Also, string(g))
		}
		page.Card.Rests = append(page.Card.Rests, r)
	}
	keep := func(id, name string, ids evidence.IDs) templates.Rests {
		r := templates.Rests{ID: id, Name: name, Cites: c.of(ids)}
		if r.IsCut() {
			page.Card.Rests = append(page.Card.Rests, r)
		}
		return r
	}
	for i := range page.Flags {
		page.Flags[i].Rests = keep("flag-"+strconv.Itoa(i+1), "Flag: "+front.Clipped(page.Flags[i].Text), page.Flags[i].Events)
	}
	for i := range page.Failures {
		f := &page.Failures[i]
		f.Rests = keep("failure-"+strconv.Itoa(i+1), "Failure: "+f.Failure.Card.Title, f.Failure.Evidence)
	}
	for i := range page.Cases {
		page.Cases[i].Rests = keep("case-"+strconv.Itoa(i+1), "Case: "+page.Cases[i].Case.Card.Title, page.Cases[i].Case.Evidence)
	}
	for i := range page.Refunds {
		page.Refunds[i].Rests = keep("refund-"+strconv.Itoa(i+1), "Refund of "+page.Refunds[i].Amount, page.Refunds[i].Events)
	}
}

// addRows gives rows their places on the page, and notes where each delivery stands.
func (c citations) addRows(page *templates.TransferPage, rows []templates.TimelineRow, cut bool) {
	for i := range rows {
		if len(rows[i].Events) == 0 {
			continue
		}
		first := strconv.FormatInt(rows[i].Events[0], 10)
		rows[i].Anchor = "event-" + first
		href := "#" + rows[i].Anchor
		if cut && templates.IsCut(i, len(rows), page.All) {
			href = templates.OrderPath(page.ID, page.Learned) + "&rows=all" + href
		}
		for _, id := range rows[i].Events {
			c.rows[id] = templates.Cite{Event: first, Href: href, What: rowWords(rows[i])}
		}
	}
}

// of are the links to some deliveries, one to each event, however many deliveries
// carried it; one that the timeline does not show has a page.
func (c citations) of(ids evidence.IDs) []templates.Cite {
	all, seen := make([]templates.Cite, 0, len(ids)), map[string]bool{}
	for _, id := range ids {
		one, shown := c.rows[id]
		if !shown {
			one = templates.Cite{Event: strconv.FormatInt(id, 10), Href: "/events/" + strconv.FormatInt(id, 10)}
		}
		if !seen[one.Href] {
			if c.numbers[one.Href] == 0 {
				c.numbers[one.Href] = len(c.numbers) + 1
			}
			one.N = c.numbers[one.Href]
			all, seen[one.Href] = append(all, one), true
		}
	}
	slices.SortFunc(all, func(a, b templates.Cite) int { return a.N - b.N })
	return all
}

// rowWords are what a row says, and when it was.
func rowWords(r templates.TimelineRow) string {
	words := r.Tag.Text
	if r.Amount != "" {
		words += " " + r.Amount
	}
	if r.At.Known() {
		words += ", " + r.At.Full
	}
	return words
}

// partName is what the list calls a sentence.
func partName(p answer.Part) string {
	switch p {
	case answer.PartHeadline:
		return "The answer"
	case answer.PartWhere:
		return "Where"
	case answer.PartSince:
		return "Since when"
	case answer.PartWhy:
		return "Why"
	case answer.PartWhoActs:
		return "Who acts"
	case answer.PartNewPayment:
		return "New payment"
	case answer.PartNext:
		return "What next"
	case answer.PartPace:
		return "How long it took"
	case answer.PartStoppable:
		return "Can it be stopped"
	case answer.PartMoneyNote:
		return "Refund and state"
	}
	return "For the customer"
}
