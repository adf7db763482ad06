package api

import "context"

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
	return Recipient{}, &Error{Kind: NoToken}
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
	return Profile{}, &Error{Kind: NoToken}
}

// Profiles asks for all profiles that a user's token, or the personal one, sees.
func (c *Client) Profiles(ctx context.Context, user int64) ([]Profile, error) {
	return nil, &Error{Kind: NoToken}
}

// User is whether a user may use Wise.
type User struct {
	ID     int64 `json:"id"`
	Active bool  `json:"active"`
}

// User asks for a user; Me for the user whose token speaks.
func (c *Client) User(ctx context.Context, user int64) (User, error) {
	return User{}, &Error{Kind: NoToken}
}

// Me asks who the token that speaks for a user belongs to.
func (c *Client) Me(ctx context.Context, user int64) (User, error) {
	return User{}, &Error{Kind: NoToken}
}
