package web

import (
	"time"

	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/when"
	"transferdesk/web/front"
)

// apiAccount is the account state of a customer: of the linked user's state and the
// profile's own, the stricter. Every field is null, and the history empty, while
// neither is known: not known, not "active".
type apiAccount struct {
	Of         *string        `json:"of"`            // whose state decides: user or profile
	UserState  *string        `json:"user_state"`    // of the linked user
	Profile    *string        `json:"profile_state"` // of the profile itself
	Note       *string        `json:"note"`          // what the two have to do with each other, where they differ
	State      *string        `json:"state"`
	Until      *string        `json:"until"` // the UTC day on which the 90 calendar days end
	Type       *string        `json:"deactivation_type"`
	Reason     *string        `json:"deactivation_reason"`
	Appealable *bool          `json:"appealable"`
	History    []apiVisit     `json:"history"`
	Audience   front.Audience `json:"audience"`
}

// apiVisit is one state that the account was in.
type apiVisit struct {
	State    string         `json:"state"`
	From     *string        `json:"from"`
	At       *string        `json:"at"`
	Type     *string        `json:"deactivation_type"`
	Reason   *string        `json:"deactivation_reason"`
	Evidence []int64        `json:"evidence"`
	Audience front.Audience `json:"audience"`
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

	Flags    []apiFlag      `json:"flags"`
	InFlight *apiFlights    `json:"in_flight"` // null: nothing is restricted, or nobody can say yet
	Audience front.Audience `json:"audience"`
}

func (s *Server) userJSON(v userView, now time.Time) apiUser {
	f := v.facts
	a := answer.ForAccount(f, now, s.Cfg.Company)
	out := apiUser{
		User: f.User, State: front.OrNull(string(a.State)), Since: front.RFCOrNull(a.SinceAt),
		Type: front.OrNull(a.Type), Reason: front.OrNull(a.Reason), Appealable: a.Appealable,
		Profiles: []int64{}, Audience: audienceOfCodes(string(a.State), a.Type, a.Reason), History: historyJSON(f),
	}
	if a.Until != nil {
		out.Until = front.OrNull(when.ISODate(*a.Until))
	}
	out.Flags, out.InFlight = flagsJSON(s.userChecks(v, s.CompanyAt(now))), s.flightsJSON(v.flights, s.decidesForUser(v, s.CompanyAt(now)), now)
	for _, p := range v.profiles {
		out.Profiles = append(out.Profiles, p.Profile)
	}
	return out
}

// accountJSON is the state that decides for a customer, and what it is one of.
func (s *Server) accountJSON(v identityView, beside []activity.Facts, now time.Time) apiAccount {
	both, user := s.accountsOf(v, beside, s.CompanyAt(now)), v.account()
	out := apiAccount{Note: front.OrNull(both.Note.Text), History: []apiVisit{}}
	if both.User != nil {
		out.UserState = front.OrNull(string(both.User.State))
	}
	if both.Profile != nil {
		out.Profile = front.OrNull(string(both.Profile.State))
	}
	a := both.Decides
	if a == nil {
		return out
	}
	out.State, out.Type, out.Reason, out.Appealable = front.OrNull(string(a.State)), front.OrNull(a.Type), front.OrNull(reasonSent(*a)), a.Appealable
	out.Audience = audienceOfCodes(string(a.State), a.Type, a.Reason)
	if a.Until != nil {
		out.Until = front.OrNull(when.ISODate(*a.Until))
	}
	if a.OfProfile {
		out.Of, out.History = front.OrNull("profile"), profileHistoryJSON(*stateOfProfile(beside))
	} else {
		out.Of, out.History = front.OrNull("user"), historyJSON(*user)
	}
	return out
}

// profileHistoryJSON is every state that a profile was in; Wise sends no type and
// no reason with it.
func profileHistoryJSON(f activity.Facts) []apiVisit {
	out := make([]apiVisit, 0, len(f.Visits))
	for _, v := range f.Visits {
		out = append(out, apiVisit{State: v.State, From: front.OrNull(v.From), At: front.RFCOrNull(v.At), Evidence: front.IDs(v.Evidence), Audience: audienceOfCodes(v.State, v.From)})
	}
	return out
}

func historyJSON(f customer.UserFacts) []apiVisit {
	out := make([]apiVisit, 0, len(f.History))
	for _, v := range f.History {
		out = append(out, apiVisit{
			State: string(v.State), From: front.OrNull(string(v.From)), At: front.RFCOrNull(v.At),
			Type: front.OrNull(v.Type), Reason: front.OrNull(v.Reason), Evidence: front.IDs(v.Evidence),
			Audience: audienceOfCodes(string(v.State), string(v.From), v.Type, v.Reason),
		})
	}
	return out
}
