package web

import (
	"time"

	"transferdesk/internal/answer"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// flights makes ready for print which transfers are still on their way, and what the
// restriction means for each. The state that decides may be another for each profile.
func (s *Server) flights(v flightsView, decides func(profile int64) *answer.Account, face front.Face) templates.Flights {
	out := templates.Flights{Asked: v.asked, Partial: s.Cfg.Projector.Upgrading(), All: v.all, Profiles: len(front.ProfilesOf(v.list)) > 1}
	for _, f := range v.list {
		row := transferRow(f, s.compose(f, v.beside, face), face)
		row.AmountTold = v.beside.details[f.Transfer].Value.Source.String()
		one := templates.Flight{Row: row}
		if a := decides(f.Profile); a != nil {
			one.Means = a.Means(f, s.Cfg.Funding)
		}
		out.Rows = append(out.Rows, one)
	}
	return out
}

// apiFlight is one transfer that is still on its way while the account is restricted.
type apiFlight struct {
	Transfer int64          `json:"transfer_id"`
	Profile  *int64         `json:"profile_id"`
	Answer   apiShortAnswer `json:"answer"`
	Means    *string        `json:"means"`
	Audience front.Audience `json:"audience"`
}

// apiFlights are the first of them, and how many there are.
type apiFlights struct {
	All  int64       `json:"all"`
	List []apiFlight `json:"transfers"`
}

// flightsJSON is null where nothing is restricted, and where nobody can say yet.
func (s *Server) flightsJSON(v flightsView, decides func(profile int64) *answer.Account, now time.Time) *apiFlights {
	if !v.asked || s.Cfg.Projector.Upgrading() {
		return nil
	}
	out := &apiFlights{All: v.all, List: []apiFlight{}}
	for _, f := range v.list {
		row := s.summary(f, v.beside, now)
		one := apiFlight{Transfer: f.Transfer, Profile: row.Profile, Answer: row.Answer}
		if a := decides(f.Profile); a != nil {
			one.Means = front.OrNull(a.Means(f, s.Cfg.Funding))
		}
		out.List = append(out.List, one)
	}
	return out
}

// counted is how many there are, for a sentence; 0 where nobody can say yet.
func (s *Server) counted(all int64) int64 {
	if s.Cfg.Projector.Upgrading() {
		return 0
	}
	return all
}
