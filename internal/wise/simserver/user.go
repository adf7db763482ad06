package simserver

import "slices"

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
	i := slices.IndexFunc(s.profiles, func(p *Profile) bool { return p.User == id })
	if i < 0 {
		return notFound(c)
	}
	return ok(s.userAnswer(s.profiles[i]))
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
		ID: p.User, Name: &name, Email: p.email(), Active: !s.deactivated[p.User],
		Details: userDetails{
			FirstName: first, LastName: last, Phone: p.phone(), DateOfBirth: p.birth(), Occupation: "Tester", Avatar: "", Primary: address.ID,
			Address: userAddress{p.Country, address.FirstLine, address.PostCode, address.City, state, "Tester"},
		},
	}
}
