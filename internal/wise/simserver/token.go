package simserver

import (
	"crypto/rand"
	"net/http"
	"net/url"
	"time"
)

// How long tokens live: an access token 12 hours, as Wise has it.
const (
	accessLives  = 12 * time.Hour
	refreshLives = 20 * 365 * 24 * time.Hour
)

// keyring is the tokens that were given out.
type keyring struct {
	access  map[string]granted
	refresh map[string]int64 // refresh token → user
	spent   map[string]int64 // exchanged, and good for one more time
}

// granted is an access token's meaning.
type granted struct {
	access
	expires time.Time
}

// newKeyring begins with the users' refresh tokens.
func newKeyring(users map[int64]string) keyring {
	k := keyring{access: map[string]granted{}, refresh: map[string]int64{}, spent: map[string]int64{}}
	for user, token := range users {
		k.refresh[token] = user
	}
	return k
}

// find gives what an access token opens while it lives.
func (k keyring) find(token string, at time.Time) (access, bool) {
	one, ok := k.access[token]
	return one.access, ok && at.Before(one.expires)
}

// grant makes an access token.
func (k keyring) grant(to access, at time.Time) string {
	token := rand.Text()
	k.access[token] = granted{to, at.Add(accessLives)}
	return token
}

// drop kills every token of a user, as a deactivation does.
func (k keyring) drop(user int64) {
	for token, one := range k.access {
		if one.kind != application && one.user == user {
			delete(k.access, token)
		}
	}
}

// tokenAnswer is the answer of POST /oauth/token; a client-credentials token
// comes without the refresh part.
type tokenAnswer struct {
	AccessToken      string `json:"access_token"`
	TokenType        string `json:"token_type"`
	RefreshToken     string `json:"refresh_token,omitempty"`
	ExpiresIn        int    `json:"expires_in"`
	ExpiresAt        string `json:"expires_at"`
	RefreshExpiresIn int    `json:"refresh_token_expires_in,omitempty"`
	RefreshExpiresAt string `json:"refresh_token_expires_at,omitempty"`
	Scope            string `json:"scope"`
	CreatedAt        string `json:"created_at"`
}

// exchange is POST /oauth/token.
func (s *Server) exchange(c *call) reply {
	id, secret, basic := c.request.BasicAuth()
	if !basic || id == "" || id != s.options.ClientID || secret != s.options.ClientSecret {
		return oauth(http.StatusUnauthorized, "invalid_client", "Bad client credentials")
	}
	form, err := url.ParseQuery(string(c.body))
	if err != nil {
		return oauth(http.StatusBadRequest, "invalid_request", "The form cannot be read")
	}
	switch form.Get("grant_type") {
	case "client_credentials":
		return ok(newTokenAnswer(s.keys.grant(access{kind: application}, c.at), c.at))
	case "refresh_token":
		return s.refresh(c, form.Get("refresh_token"))
	default:
		return oauth(http.StatusBadRequest, "unsupported_grant_type", "Unsupported grant type")
	}
}

// refresh exchanges a refresh token for an access token and the next refresh token.
func (s *Server) refresh(c *call, token string) reply {
	who, known := s.keys.refresh[token]
	if !known {
		who, known = s.keys.spent[token]
		delete(s.keys.spent, token)
	}
	if !known || s.deactivated(who) {
		return oauth(http.StatusUnauthorized, "invalid_grant", "Invalid refresh token")
	}
	if _, first := s.keys.refresh[token]; first && s.options.RefreshTwice {
		s.keys.spent[token] = who
	}
	delete(s.keys.refresh, token)
	answer := newTokenAnswer(s.keys.grant(access{kind: user, user: who}, c.at), c.at)
	answer.RefreshToken = rand.Text()
	answer.RefreshExpiresIn, answer.RefreshExpiresAt = int(refreshLives.Seconds()), wireTime(c.at.Add(refreshLives))
	s.keys.refresh[answer.RefreshToken] = who
	return ok(answer)
}

// newTokenAnswer is the part that all tokens have.
func newTokenAnswer(token string, at time.Time) tokenAnswer {
	return tokenAnswer{
		AccessToken: token, TokenType: "bearer", ExpiresIn: int(accessLives.Seconds()),
		ExpiresAt: wireTime(at.Add(accessLives)), Scope: "transfers", CreatedAt: wireTime(at),
	}
}
