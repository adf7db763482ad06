package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/when"
)

// apiAccount is the account state of a customer. Every field is null, and the
// history empty, while no user is linked to the profile: not known, not "active".
type apiAccount struct {
	State      *string    `json:"state"`
	Until      *string    `json:"until"` // the UTC day on which the 90 calendar days end
	Type       *string    `json:"deactivation_type"`
	Reason     *string    `json:"deactivation_reason"`
	Appealable *bool      `json:"appealable"`
	History    []apiVisit `json:"history"`
}

// apiVisit is one state that the account was in.
type apiVisit struct {
	State    string  `json:"state"`
	From     *string `json:"from"`
	At       *string `json:"at"`
	Type     *string `json:"deactivation_type"`
	Reason   *string `json:"deactivation_reason"`
	Evidence []int64 `json:"evidence"`
}

// apiUser is GET /api/v1/users/{id}.
type apiUser struct {
	User       int64      `json:"user_id"`
	State      *string    `json:"state"`
	Since      *string    `json:"since"`
	Until      *string    `json:"until"`
	Type       *string    `json:"deactivation_type"`
	Reason     *string    `json:"deactivation_reason"`
	Appealable *bool      `json:"appealable"`
	Profiles   []int64    `json:"profiles"`
	History    []apiVisit `json:"history"` // oldest first
}

func (s *Server) userJSON(v userView, now time.Time) apiUser {
	f := v.facts
	a := answer.ForAccount(f, now, s.cfg.Company)
	out := apiUser{
		User: f.User, State: orNull(string(a.State)), Since: rfcOrNull(a.SinceAt),
		Type: orNull(a.Type), Reason: orNull(a.Reason), Appealable: a.Appealable,
		Profiles: []int64{}, History: historyJSON(f),
	}
	if a.Until != nil {
		out.Until = orNull(when.ISODate(*a.Until))
	}
	for _, p := range v.profiles {
		out.Profiles = append(out.Profiles, p.Profile)
	}
	return out
}

// accountJSON is the state that decides for a customer; nil: no user is linked.
func (s *Server) accountJSON(f *customer.UserFacts, now time.Time) apiAccount {
	if f == nil {
		return apiAccount{History: []apiVisit{}}
	}
	user := s.userJSON(userView{facts: *f}, now)
	return apiAccount{State: user.State, Until: user.Until, Type: user.Type, Reason: user.Reason,
		Appealable: user.Appealable, History: user.History}
}

func historyJSON(f customer.UserFacts) []apiVisit {
	out := make([]apiVisit, 0, len(f.History))
	for _, v := range f.History {
		out = append(out, apiVisit{
			State: string(v.State), From: orNull(string(v.From)), At: rfcOrNull(v.At),
			Type: orNull(v.Type), Reason: orNull(v.Reason), Evidence: ids(v.Evidence),
		})
	}
	return out
}
