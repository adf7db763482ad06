package web

import (
	"slices"
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/reason"
	"transferdesk/web/front"
)

// apiActivity is one thing beside transfers in a list. Of what is locked it says
// no more than the pages do.
type apiActivity struct {
	Kind     activity.Kind    `json:"kind"`
	ID       string           `json:"id"` // as Wise spells it
	Title    string           `json:"title"`
	State    *string          `json:"state"` // as Wise spells it; null: it has none, none is known, or it is locked
	Headline string           `json:"headline"`
	WhoActs  reason.Who       `json:"who_acts"`
	Ask      string           `json:"ask"`
	Since    *string          `json:"since"`
	Deadline *string          `json:"deadline"`
	Open     bool             `json:"open"`
	Locked   bool             `json:"locked"`
	Rows     []apiActivityRow `json:"rows"`
	Evidence []int64          `json:"evidence"`
	Audience front.Audience   `json:"audience"`
}

type apiActivityRow struct {
	Label    string         `json:"label"`
	Value    string         `json:"value"`
	Audience front.Audience `json:"audience"`
}

// activitiesJSON are things in the order of the customer's page.
func (s *Server) activitiesJSON(all []activity.Facts, now time.Time) []apiActivity {
	face := s.CompanyAt(now)
	out := make([]apiActivity, 0, len(all))
	for _, word := range kindWords() {
		for _, f := range all {
			if f.Kind == word.kind {
				out = append(out, activityJSON(f, s.say(f, nil, face)))
			}
		}
	}
	return out
}

func activityJSON(f activity.Facts, a answer.ActivityAnswer) apiActivity {
	out := apiActivity{
		Kind: f.Kind, ID: f.ID, Title: a.Title, Headline: a.Headline.Text, WhoActs: a.WhoActs, Ask: a.Ask,
		Since: front.RFCOrNull(a.SinceAt), Deadline: front.RFCOrNull(a.Deadline), Open: a.Open, Locked: a.Locked,
		Rows: []apiActivityRow{}, Evidence: front.IDs(a.Evidence),
	}
	if a.Locked {
		out.Audience = front.ForCompliance
	} else {
		out.State = front.OrNull(f.State())
	}
	for _, row := range a.Rows {
		out.Rows = append(out.Rows, apiActivityRow{Label: row.Label, Value: row.Value})
	}
	return out
}

// verificationJSON is the state of the customer's verification as Wise spells it;
// null: not told.
func (t customerThings) verificationJSON() *string {
	known := t.of(activity.Verification)
	if len(known) == 0 || slices.ContainsFunc(known, func(f activity.Facts) bool { return reason.IsLocked(f.State()) }) {
		return nil
	}
	return front.OrNull(known[0].State())
}
