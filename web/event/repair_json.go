package event

import (
	"transferdesk/store"
	"transferdesk/web/front"
)

// apiRepairs is what people did about an event, and the same event in other bodies.
type apiRepairs struct {
	SetAside bool          `json:"set_aside"`
	Attached []apiAttached `json:"attached_to"`
	Copies   []int64       `json:"copies"`
	Repairs  []apiRepair   `json:"repairs"` // newest first
}

// apiAttached is one thing that an event was attached to by hand.
type apiAttached struct {
	Kind     string         `json:"kind"` // transfer, profile or user
	ID       int64          `json:"id"`
	By       string         `json:"by"`
	At       *string        `json:"at"`
	Note     string         `json:"note"`
	Audience front.Audience `json:"audience"`
}

// apiRepair is one thing that somebody did.
type apiRepair struct {
	By       string         `json:"by"`
	Did      string         `json:"did"`
	At       *string        `json:"at"`
	Note     *string        `json:"note"`
	Audience front.Audience `json:"audience"`
}

func repairsJSON(v view) apiRepairs {
	out := apiRepairs{SetAside: v.SetAside, Attached: []apiAttached{}, Copies: []int64{}, Repairs: []apiRepair{}}
	for _, a := range store.Standing(v.attachments) {
		out.Attached = append(out.Attached, apiAttached{Kind: a.SubjectKind, ID: a.SubjectID, By: a.By.Name, At: front.RFCOrNull(a.At), Note: a.Note})
	}
	for _, row := range v.copies {
		out.Copies = append(out.Copies, row.ID)
	}
	for _, p := range v.past() {
		out.Repairs = append(out.Repairs, apiRepair{By: p.by, Did: p.did, At: front.RFCOrNull(p.at), Note: front.OrNull(p.note)})
	}
	return out
}
