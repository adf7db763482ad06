package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/store"
)

// apiTold is what the customer was last told, as somebody noted it.
type apiTold struct {
	At        *string  `json:"at"`
	By        string   `json:"by"`
	Text      string   `json:"text"`
	Audience  audience `json:"audience"`  // always customer
	Otherwise bool     `json:"otherwise"` // the facts have changed since; the flag told_otherwise says how
}

// toldJSON is the last telling; nil: nothing was noted.
func toldJSON(tellings []store.Telling, a answer.Answer) *apiTold {
	if len(tellings) == 0 {
		return nil
	}
	last := tellings[0]
	return &apiTold{At: rfcOrNull(last.At), By: last.By.Name, Text: last.Text, Audience: forCustomer, Otherwise: isToldOtherwise(a)}
}

// timelineJSON is the timeline, oldest first, with what the customer was told among
// the events.
func timelineJSON(v transferView, event func(i int) apiEntry) []apiEntry {
	out := []apiEntry{}
	rest := v.tellings
	tell := func(until time.Time) {
		for n := len(rest); n > 0 && rest[n-1].At.Before(until); n = len(rest) {
			out, rest = append(out, tellingJSON(rest[n-1])), rest[:n-1]
		}
	}
	for i, e := range v.entries {
		if !e.SetsNothing {
			tell(e.At.Time)
		}
		out = append(out, event(i))
	}
	for n := len(rest); n > 0; n-- {
		out = append(out, tellingJSON(rest[n-1]))
	}
	return out
}

// tellingJSON is a telling as a row of the timeline: no delivery carried it.
func tellingJSON(t store.Telling) apiEntry {
	at := rfcOrNull(t.At)
	return apiEntry{Kind: customerTold, OccurredAt: at, ReceivedAt: at, Note: orNull(t.Text), By: orNull(t.By.Name), Audience: forCustomer}
}
