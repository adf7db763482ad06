package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/transfer"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// customerTold is the kind of a timeline's row that is nothing of Wise's: somebody of
// ours told the customer something.
const customerTold transfer.Kind = "customer_told"

// lastTold is what the customer was last told, for the top of the page; nil: nothing
// was noted.
func lastTold(tellings []store.Telling, face front.Face) *templates.LastTold {
	if len(tellings) == 0 {
		return nil
	}
	last := tellings[0]
	return &templates.LastTold{At: face.At(last.At), By: last.By.Name, Text: last.Text, Anchor: tellingAnchor(last)}
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

// tellingDone is one telling among the events of the timeline.
type tellingDone struct{ store.Telling }

func (t tellingDone) at() time.Time { return t.At }

func (t tellingDone) row(face front.Face) templates.TimelineRow {
	return templates.TimelineRow{
		Kind: customerTold, Anchor: tellingAnchor(t.Telling),
		Tag:  templates.Tag{Text: "Customer was told", Tone: "neutral", Icon: templates.IconPerson},
		At:   face.At(t.At),
		Said: t.Text,
		By:   t.By.Name,
		Call: callWords(t.Caller, t.Identity),
	}
}

// tellingAnchor is the id of its row on the page.
func tellingAnchor(t store.Telling) string { return "telling-" + front.IDText(t.ID) }

// callWords says who was on the line, where that was noted.
func callWords(caller, identity string) string {
	words := map[string]string{"sender": "the sender called", "recipient": "the recipient called", "third_party": "a third party called"}[caller]
	if words != "" && identity == "confirmed" {
		words += ", identity confirmed"
	}
	return words
}
