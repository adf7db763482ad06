package activity

import (
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/web/front"
)

// OneJSON is one thing beside transfers in a list. Of what is locked it says
// no more than the pages do.
type OneJSON struct {
	Kind     activity.Kind  `json:"kind"`
	ID       string         `json:"id"` // as Wise spells it
	Title    string         `json:"title"`
	State    *string        `json:"state"` // as Wise spells it; null: it has none, none is known, or it is locked
	Headline string         `json:"headline"`
	WhoActs  reason.Who     `json:"who_acts"`
	Ask      string         `json:"ask"`
	Since    *string        `json:"since"`
	Deadline *string        `json:"deadline"`
	Open     bool           `json:"open"`
	Locked   bool           `json:"locked"`
	Rows     []rowJSON      `json:"rows"`
	Evidence []int64        `json:"evidence"`
	Audience front.Audience `json:"audience"`
}

type rowJSON struct {
	Label    string         `json:"label"`
	Value    string         `json:"value"`
	Audience front.Audience `json:"audience"`
}

// ListJSON are things in the order of the customer's page.
func (p *Pages) ListJSON(all []activity.Facts, now time.Time) []OneJSON {
	face := p.CompanyAt(now)
	out := make([]OneJSON, 0, len(all))
	for _, word := range KindWords() {
		for _, f := range all {
			if f.Kind == word.Kind {
				out = append(out, jsonOf(f, p.Say(f, nil, face)))
			}
		}
	}
	return out
}

func jsonOf(f activity.Facts, a answer.ActivityAnswer) OneJSON {
	out := OneJSON{
		Kind: f.Kind, ID: f.ID, Title: a.Title, Headline: a.Headline.Text, WhoActs: a.WhoActs, Ask: a.Ask,
		Since: front.RFCOrNull(a.SinceAt), Deadline: front.RFCOrNull(a.Deadline), Open: a.Open, Locked: a.Locked,
		Rows: []rowJSON{}, Evidence: front.IDs(a.Evidence),
	}
	if a.Locked {
		out.Audience = front.ForCompliance
	} else {
		out.State = front.OrNull(f.State())
	}
	for _, row := range a.Rows {
		out.Rows = append(out.Rows, rowJSON{Label: row.Label, Value: row.Value})
	}
	return out
}
