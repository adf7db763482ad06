package api

import (
	"context"
	"net/http"
)

// Recipient is a recipient account, already masked: what is needed to recognise
// it, never enough to pay to it.
type Recipient struct {
	ID       int64  `json:"id"`
	Profile  int64  `json:"profile,omitempty"`
	Name     string `json:"name,omitempty"`    // "J••• S•••"
	Number   string `json:"number,omitempty"`  // "••••3456": the last four of the IBAN or account number
	Summary  string `json:"summary,omitempty"` // bank or scheme in words, without numbers
	Currency string `json:"currency,omitempty"`
	Country  string `json:"country,omitempty"`
	Type     string `json:"type,omitempty"` // "iban", "sort_code", …
	Active   bool   `json:"active"`
}

// Recipient asks for a recipient account.
func (c *Client) Recipient(ctx context.Context, user, id int64) (Recipient, error) {
	a, err := c.ask(ctx, call{name: "recipient " + digits(id), method: http.MethodGet, path: []string{"v2", "accounts", digits(id)}, user: user})
	if err != nil {
		return Recipient{}, err
	}
	return readOne(c, a, readRecipient)
}

// Profile is whose a profile is: no names, no addresses.
type Profile struct {
	ID       int64  `json:"id"`
	User     int64  `json:"user"`              // 0: not told
	Type     string `json:"type,omitempty"`    // PERSONAL, BUSINESS
	State    string `json:"state,omitempty"`   // HIDDEN, VISIBLE, DEACTIVATED
	Country  string `json:"country,omitempty"` // of the address, ISO 3166 alpha-2
	PublicID string `json:"public_id,omitempty"`
}

// Profile asks for a profile.
func (c *Client) Profile(ctx context.Context, user, id int64) (Profile, error) {
	a, err := c.ask(ctx, call{name: "profile " + digits(id), method: http.MethodGet, path: []string{"v2", "profiles", digits(id)}, user: user})
	if err != nil {
		return Profile{}, err
	}
	return readOne(c, a, readProfile)
}

// Profiles asks for all profiles that a user's token, or the personal one, sees.
func (c *Client) Profiles(ctx context.Context, user int64) ([]Profile, error) {
	a, err := c.ask(ctx, call{name: "profiles", method: http.MethodGet, path: []string{"v2", "profiles"}, user: user})
	if err != nil {
		return nil, err
	}
	return readAll(c, a, readProfile)
}

// User is whether a user may use Wise.
type User struct {
	ID     int64 `json:"id"`
	Active bool  `json:"active"`
}

// User asks for a user; Me for the user whose token speaks.
func (c *Client) User(ctx context.Context, user int64) (User, error) {
	return c.whoIs(ctx, call{name: "user " + digits(user), path: []string{"v1", "users", digits(user)}, user: user})
}

// Me asks who the token that speaks for a user belongs to.
func (c *Client) Me(ctx context.Context, user int64) (User, error) {
	return c.whoIs(ctx, call{name: "me", path: []string{"v1", "me"}, user: user})
}

func (c *Client) whoIs(ctx context.Context, q call) (User, error) {
	q.method = http.MethodGet
	a, err := c.ask(ctx, q)
	if err != nil {
		return User{}, err
	}
	return readOne(c, a, readUser)
}

func readProfile(f fields) Profile {
	f.must("id")
	return Profile{
		ID:       f.id("id"),
		User:     f.id("userId"),
		Type:     f.text("type", 100),
		State:    f.text("currentState", 100),
		Country:  f.object("address").text("countryIso2Code", 8),
		PublicID: f.text("publicId", 100),
	}
}

func readUser(f fields) User {
	f.must("id")
	f.must("active")
	return User{ID: f.id("id"), Active: f.flag("active")}
}
