package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
)

// customerTold is the kind of a timeline's row that is nothing of Wise's: somebody of
// ours told the customer something.
const customerTold transfer.Kind = "customer_told"

// lastTold is what the customer was last told, for the top of the page; nil: nothing
// was noted.
func lastTold(tellings []store.Telling, face clockface) *templates.LastTold {
	if len(tellings) == 0 {
		return nil
	}
	last := tellings[0]
	return &templates.LastTold{At: face.at(last.At), By: last.By.Name, Text: last.Text, Anchor: tellingAnchor(last)}
}

// isToldOtherwise says whether the facts are not what the customer was last told.
func isToldOtherwise(a answer.Answer) bool {
	for _, f := range a.Flags {
		if f.Code == answer.FlagToldOtherwise {
			return true
		}
	}
	return false
}

// tellingRow is one telling among the events of the timeline.
func tellingRow(t store.Telling, face clockface) templates.TimelineRow {
	return templates.TimelineRow{
		Kind: customerTold, Anchor: tellingAnchor(t),
		Tag:  templates.Tag{Text: "Customer was told", Tone: "neutral", Icon: templates.IconPerson},
		At:   face.at(t.At),
		Said: t.Text,
		By:   t.By.Name,
		Call: callWords(t.Caller, t.Identity),
	}
}

// tellingAnchor is the id of its row on the page.
func tellingAnchor(t store.Telling) string { return "telling-" + idText(t.ID) }

// callWords says who was on the line, where that was noted.
func callWords(caller, identity string) string {
	words := map[string]string{"sender": "the sender called", "recipient": "the recipient called", "third_party": "a third party called"}[caller]
	if words != "" && identity == "confirmed" {
		words += ", identity confirmed"
	}
	return words
}

// besideEvents puts what the customer was told among rows of events, both newest first;
// times are the moments by which the rows are ordered.
func besideEvents(rows []templates.TimelineRow, times []time.Time, tellings []store.Telling, face clockface) []templates.TimelineRow {
	if len(tellings) == 0 {
		return rows
	}
	all := make([]templates.TimelineRow, 0, len(rows)+len(tellings))
	for i, row := range rows {
		for len(tellings) > 0 && !tellings[0].At.Before(times[i]) {
			all, tellings = append(all, tellingRow(tellings[0], face)), tellings[1:]
		}
		all = append(all, row)
	}
	for _, t := range tellings {
		all = append(all, tellingRow(t, face))
	}
	return all
}
