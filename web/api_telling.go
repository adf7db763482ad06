package web

import (
	"transferdesk/internal/answer"
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiTold is what the customer was last told, as somebody noted it.
type apiTold struct {
	At        *string        `json:"at"`
	By        string         `json:"by"`
	Text      string         `json:"text"`
	Audience  front.Audience `json:"audience"`  // always customer
	Otherwise bool           `json:"otherwise"` // the facts have changed since; the flag told_otherwise says how
}

// toldJSON is the last telling; nil: nothing was noted.
func toldJSON(tellings []store.Telling, a answer.Answer) *apiTold {
	if len(tellings) == 0 {
		return nil
	}
	last := tellings[0]
	return &apiTold{At: front.RFCOrNull(last.At), By: last.By.Name, Text: last.Text, Audience: front.ForCustomer, Otherwise: isToldOtherwise(a)}
}

// entry is a telling as a row of the timeline: no delivery carried it.
func (t tellingDone) entry() apiEntry {
	at := front.RFCOrNull(t.At)
	return apiEntry{Kind: customerTold, OccurredAt: at, ReceivedAt: at, Note: front.OrNull(t.Text), By: front.OrNull(t.By.Name), Audience: front.ForCustomer}
}
