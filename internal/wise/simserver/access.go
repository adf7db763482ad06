package simserver

import (
	"net/http"
	"strings"
)

// door is a set of the kinds of token that an operation takes.
type door uint8

// The kinds: a client-credentials token, a user's access token, a personal token.
// Anybody needs no token, only what is in the request itself.
const (
	application door = 1 << iota
	user
	personal
	anybody door = 0
	people       = user | personal
)

// access is what a token opens.
type access struct {
	kind door
	user int64 // 0 with a personal token: every profile
}

// sees says whether the token sees a profile.
func (a access) sees(p *Profile) bool {
	return p != nil && a.kind != application && (a.user == p.User || a.kind == personal && a.user == 0)
}

// admit says whether a request may ask for the route, and refuses it otherwise.
func (s *Server) admit(c *call, r route) (refused reply, ok bool) {
	if r.doors == anybody {
		return reply{}, true
	}
	by, known := s.holder(c)
	switch {
	case !known:
		return oauth(http.StatusUnauthorized, "invalid_token", "The access token is invalid or has expired"), false
	case by.kind&r.doors == 0:
		return oauth(http.StatusForbidden, "insufficient_scope", "This operation does not take this kind of token"), false
	}
	c.by = by
	return reply{}, true
}

// holder finds whose token a request carries.
func (s *Server) holder(c *call) (access, bool) {
	token, bearer := strings.CutPrefix(c.request.Header.Get("Authorization"), "Bearer ")
	if !bearer || token == "" {
		return access{}, false
	}
	if token == s.options.PersonalToken {
		return access{kind: personal, user: s.options.PersonalUser}, !s.deactivated(s.options.PersonalUser)
	}
	return s.keys.find(token, c.at)
}
