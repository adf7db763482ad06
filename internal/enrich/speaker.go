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

// whoSpeaks fills in on whose behalf a question is asked, and with which token;
// nobody where the application speaks for itself.
func (e *Enricher) whoSpeaks(r *store.Reader, s *subject) error {
	switch {
	case byApplication(s.Kind):
		s.User, s.access = 0, api.ByNone
		return nil
	case s.User != 0:
		s.access = e.wise.Access(s.User)
		return nil
	case s.Kind == store.OfWiseUser:
		s.User, s.access = s.ID, e.wise.Access(s.ID)
		return nil
	}
	profile := s.Profile
	if profile == 0 {
		profile = s.facts.Profile
	}
	who, err := r.Identity(profile)
	s.User, s.access = e.Speaker(who.Links.Users())
	s.Linked = linkedAt(who.Links)
	return err
}

// SpeakerOf is the user on whose behalf Wise is asked about a profile (0: none): the
// one whom Speaker picks of those who are linked to it.
func (e *Enricher) SpeakerOf(r *store.Reader, profile int64) (user int64, err error) {
	if profile == 0 {
		return 0, nil
	}
	who, err := r.Identity(profile)
	user, _ = e.Speaker(who.Links.Users())
	return user, err
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
