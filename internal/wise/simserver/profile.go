package simserver

import (
	"cmp"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Profile is a customer's profile. Whatever else Wise tells of one is invented
// from it.
type Profile struct {
	ID, User int64
	Business bool
	Name     string
	Country  string    // two letters; "": GB. Transfers of US profiles have the combined receipt
	State    string    // VISIBLE, HIDDEN or DEACTIVATED; "": VISIBLE
	Created  time.Time // zero: some day in 2023
}

// AddProfile adds a profile, or replaces the one with its id.
func (s *Server) AddProfile(p Profile) {
	p.Name, p.Country, p.State = cmp.Or(p.Name, "Nobody Invented"), cmp.Or(p.Country, "GB"), cmp.Or(p.State, "VISIBLE")
	if p.Created.IsZero() {
		p.Created = time.Date(2023, 1, 1, 9, 0, 0, 0, time.UTC).Add(time.Duration(p.ID%300) * 24 * time.Hour)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.profiles[p.ID] = &p
}

// ordered are all profiles by their ids.
func (s *Server) ordered() []*Profile {
	return slices.SortedFunc(maps.Values(s.profiles), func(a, b *Profile) int { return cmp.Compare(a.ID, b.ID) })
}

// names gives a first and a last name; a business has its owner's.
func (p *Profile) names() (first, last string) {
	if p.Business {
		return "Olive", "Owner"
	}
	first, last, found := strings.Cut(p.Name, " ")
	if !found {
		return p.Name, p.Name
	}
	return first, last
}

// listProfiles is GET /v2/profiles.
func (s *Server) listProfiles(c *call) reply {
	all := []profileAnswer{}
	for _, one := range s.ordered() {
		if c.by.sees(one) {
			all = append(all, one.answer())
		}
	}
	return ok(all)
}

// showProfile is GET /v2/profiles/{id}.
func (s *Server) showProfile(c *call) reply {
	one := s.profiles[c.id("profileId")]
	if !c.by.sees(one) {
		return notFound(c)
	}
	return ok(one.answer())
}

// forbidden answers that the token is not that user's.
func forbidden(c *call) reply {
	return plain(c, http.StatusForbidden, "You are forbidden to send this request")
}
