package web

import (
	"transferdesk/internal/activity"
	"transferdesk/internal/answer"
	"transferdesk/internal/customer"
	"transferdesk/internal/fault"
	"transferdesk/store"
	"transferdesk/templates"
	"transferdesk/web/front"
)

// userView is what both the page and the JSON of a user are made of.
type userView struct {
	facts    customer.UserFacts
	entries  store.Entries // of the directory that name the user, the newest first
	profiles []profileLink // that some source links with the user
	beside   beside        // what Wise has told of the profiles themselves
	kept     []store.EventRow
	flights  flightsView
	token    store.Told[struct{}] // how the user's own token fares with Wise
}

// profileLink is one profile with the link to the user as it was weighed there.
type profileLink struct {
	customer.Link
	name string // of the directory; empty: not known
}

// readUserView reads a user; fault.NotFound when neither an event, nor the
// directory, nor a lead has named it, and Wise was never asked in its name.
func readUserView(r *store.Reader, id int64) (v userView, err error) {
	named, err := r.ProfilesOfUser(id)
	if err != nil {
		return v, err
	}
	if v.profiles, err = readProfiles(r, id, named); err != nil {
		return v, err
	}
	if v.beside.customers, err = r.ActivitiesOfProfiles(named, []activity.Kind{activity.ProfileState}, 1); err != nil {
		return v, err
	}
	if v.entries, err = r.EntriesOfUser(id); err != nil {
		return v, err
	}
	if v.kept, err = r.KeptAbout(store.OfUser, id); err != nil {
		return v, err
	}
	if v.token, err = store.ToldOf[struct{}](r, store.OfUserToken, id); err != nil {
		return v, err
	}
	v.facts, err = r.User(id)
	if fault.KindOf(err) == fault.NotFound && (len(named)+len(v.entries) > 0 || !v.token.TriedAt.IsZero()) {
		v.facts, err = customer.UserFacts{User: id}, nil
	}
	if err != nil {
		return v, err
	}
	v.flights, err = readFlights(r, countedProfiles(v.profiles), v.facts.Restricted())
	return v, err
}

// decidesForUser gives, for a profile of the user, the state that decides.
func (s *Server) decidesForUser(v userView, face front.Face) func(int64) *answer.Account {
	return func(profile int64) *answer.Account { return s.accounts(&v.facts, v.beside.of(profile), face).Decides }
}

// readProfiles weighs the links of a user with some profiles; those that a lead
// withdrew are left out.
func readProfiles(r *store.Reader, user int64, profiles []int64) ([]profileLink, error) {
	identities, err := r.Identities(profiles)
	if err != nil {
		return nil, err
	}
	var all []profileLink
	for _, profile := range profiles {
		one := identities[profile]
		for _, l := range one.Links {
			if l.User == user && !l.Withdrawn() {
				all = append(all, profileLink{l, identityView{Identity: one}.named()})
			}
		}
	}
	return all, nil
}

// linked prints the profiles, each with its own state where Wise has told one.
func (s *Server) linked(v userView, face front.Face) []templates.LinkedProfile {
	var all []templates.LinkedProfile
	for _, p := range v.profiles {
		source := p.Source()
		row := templates.LinkedProfile{
			Profile: front.IDText(p.Profile), Name: p.name, Counts: p.Counts, Source: claimWords(source), At: face.At(source.At),
		}
		if of := s.accounts(&v.facts, v.beside.of(p.Profile), face); of.Profile != nil {
			row.Tag, row.Note = templates.Tag{Text: of.Profile.Label, Tone: of.Profile.Tone}, of.Note.Text
		}
		all = append(all, row)
	}
	return all
}
