package enrich

import (
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// byApplication says whether a kind of question is asked with the client credentials,
// on behalf of no user.
func byApplication(kind store.AnswerKind) bool {
	return kind == store.OfApplicationSubscriptions || kind == store.OfSupportCase
}

// whoSpeaks is the user on whose behalf a question is asked, and with which token;
// nobody where the application speaks for itself.
func (e *Enricher) whoSpeaks(r *store.Reader, s subject) (int64, api.Access, error) {
	switch {
	case byApplication(s.Kind):
		return 0, api.ByNone, nil
	case s.User != 0:
		return s.User, e.wise.Access(s.User), nil
	case s.Kind == store.OfWiseUser:
		return s.ID, e.wise.Access(s.ID), nil
	}
	profile := s.Profile
	if profile == 0 {
		profile = s.facts.Profile
	}
	who, err := r.Identity(profile)
	if err != nil {
		return 0, api.ByNone, err
	}
	user, access := e.Speaker(who.Links.Users())
	return user, access, nil
}

// Speaker picks of the users who are linked to a profile the one whose token is to
// speak: the first who has one, else the first with whatever token speaks for all;
// user 0 where none is linked.
func (e *Enricher) Speaker(users []int64) (user int64, by api.Access) {
	for _, u := range users {
		if e.wise.Access(u) == api.ByUserToken {
			return u, api.ByUserToken
		}
	}
	if len(users) > 0 {
		user = users[0]
	}
	return user, e.wise.Access(user)
}

// speechless says why nobody can speak, so that there is no sense in asking; nil:
// somebody can.
func (e *Enricher) speechless(s subject) *api.Error {
	switch {
	case byApplication(s.Kind):
		if e.wise.Application() {
			return nil
		}
		return &api.Error{Kind: api.NotConfigured}
	case s.access == api.ByNone:
		return &api.Error{Kind: api.NoToken}
	}
	return nil
}
