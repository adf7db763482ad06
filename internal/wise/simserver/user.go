package simserver

import (
	"cmp"

	"transferdesk/internal/customer"
)

// userAnswer is a user as GET /v1/me and GET /v1/users tell it.
type userAnswer struct {
	ID      int64       `json:"id"`
	Name    *string     `json:"name"`
	Email   string      `json:"email"`
	Active  bool        `json:"active"`
	Details userDetails `json:"details"`
}

// userDetails is who the user is.
type userDetails struct {
	FirstName   string      `json:"firstName"`
	LastName    string      `json:"lastName"`
	Phone       string      `json:"phoneNumber"`
	DateOfBirth string      `json:"dateOfBirth"`
	Occupation  string      `json:"occupation"`
	Avatar      string      `json:"avatar"`
	Primary     int64       `json:"primaryAddress"`
	Address     userAddress `json:"address"`
}

// userAddress is where.
type userAddress struct {
	Country    string `json:"countryCode"`
	FirstLine  string `json:"firstLine"`
	PostCode   string `json:"postCode"`
	City       string `json:"city"`
	State      string `json:"state"`
	Occupation string `json:"occupation"`
}

// showMe is GET /v1/me: the token's own user.
func (s *Server) showMe(c *call) reply {
	if c.by.kind == personal && c.by.user == 0 {
		return ok(s.userAnswer(&Profile{ID: 1, Name: "Olive Owner", Country: "GB"}))
	}
	return s.user(c, c.by.user)
}

// showUser is GET /v1/users/{id}.
func (s *Server) showUser(c *call) reply {
	if id := c.id("userId"); c.by.user == id || c.by.kind == personal && c.by.user == 0 {
		return s.user(c, id)
	}
	return forbidden(c)
}

// user answers with a user who has a profile.
func (s *Server) user(c *call, id int64) reply {
	for _, p := range s.ordered() {
		if p.User == id {
			return ok(s.userAnswer(p))
		}
	}
	return notFound(c)
}

// userAnswer writes the user of a profile.
func (s *Server) userAnswer(p *Profile) userAnswer {
	first, last := p.names()
	name, address := first+" "+last, p.address(0)
	state := ""
	if address.State != nil {
		state = *address.State
	}
	return userAnswer{
		ID: p.User, Name: &name, Email: p.email(), Active: !s.deactivated(p.User),
		Details: userDetails{
			FirstName: first, LastName: last, Phone: p.phone(), DateOfBirth: p.birth(), Occupation: "Tester", Avatar: "", Primary: address.ID,
			Address: userAddress{p.Country, address.FirstLine, address.PostCode, address.City, state, "Tester"},
		},
	}
}

// SetUserState says that a user's account is in a state from now on, and tells
// every subscription that hears of it. DEACTIVATED kills all its tokens: renewing
// one is answered 401 invalid_grant until another state lets them work again.
func (s *Server) SetUserState(user int64, state string) {
	at := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	from, to := cmp.Or(s.states[user], customer.Active), customer.UserState(state)
	s.states[user] = to
	if s.deactivated(user) {
		s.keys.drop(user)
	}
	s.tellUser(user, from, to, at)
}

// deactivated says whether a user's account is.
func (s *Server) deactivated(user int64) bool { return s.states[user] == customer.Deactivated }
