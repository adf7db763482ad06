package web

import "transferdesk/web/front"

// apiWork is what our own people do about a transfer; for the desk.
type apiWork struct {
	Assignee *apiPerson     `json:"assignee"`  // null: nobody
	FollowUp *string        `json:"follow_up"` // a calendar day, 2006-01-02; null: none was set
	Resolved *apiResolved   `json:"resolved"`  // null: it is open
	Version  int64          `json:"version"`   // counts the acts; 0: there was none
	Audience front.Audience `json:"audience"`
}

// apiPerson is one of our own people.
type apiPerson struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

// apiResolved is with what it was resolved.
type apiResolved struct {
	Outcome  string         `json:"outcome"`
	Remark   *string        `json:"remark"`
	At       *string        `json:"at"`
	By       string         `json:"by"`
	Audience front.Audience `json:"audience"`
}

func workJSON(w workView) apiWork {
	out := apiWork{FollowUp: front.OrNull(string(w.held.FollowUp)), Version: w.held.Version}
	if id := w.held.Assignee; id != 0 {
		out.Assignee = &apiPerson{ID: id, Name: w.people.name(id)}
	}
	if !w.held.Open() {
		out.Resolved = &apiResolved{Outcome: string(w.held.Outcome), Remark: front.OrNull(w.held.Remark), At: front.RFCOrNull(w.held.ResolvedAt), By: w.held.ResolvedBy}
	}
	return out
}

// entry is an act as a row of the timeline: no delivery carried it.
func (w workRow) entry() apiEntry {
	at := front.RFCOrNull(w.At)
	note := w.people.deed(w.WorkAct).Told()
	if w.Remark != "" {
		note += " " + quoted(w.Remark)
	}
	return apiEntry{Kind: workDone, OccurredAt: at, ReceivedAt: at, Note: front.OrNull(note), By: front.OrNull(w.By.Name)}
}
