// Package api is the client of Wise's API: one typed method for each operation
// that Transferdesk uses, every failure an *Error that says what kind of trouble
// it is, and nothing that leaves for another host than the configured one.
package api

import (
	"log/slog"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/failsafe-go/failsafe-go/circuitbreaker"

	"transferdesk/internal/config"
)

// Config is what the client is told. Secrets come from the environment or files
// and never leave this package but to Wise.
type Config struct {
	BaseURL       string // such as https://api.wise.com; a path in it is kept
	AllowHTTP     bool   // http:// also to other machines; to this one it always may be
	Examples      bool   // a stand-in on this machine answers with examples of its own: their ids are not compared
	ClientID      string // with ClientSecret: client credentials; "" : none
	ClientSecret  string
	ClientKey     string // of the application's subscriptions; not the client id
	PersonalToken string // "" : none
	UserTokens    string // the file with user_id,refresh_token; "" : none
	Clock         func() time.Time
	LimitClock    func() time.Time // what Wise's limits are kept by; nil: the real time
	Log           *slog.Logger
}

// Client asks Wise. It is safe for use by many goroutines.
type Client struct {
	cfg     Config
	base    *url.URL
	pace    pace
	again   *http.Client // repeats what did not get through
	once    *http.Client // never does
	breaker circuitbreaker.CircuitBreaker[*http.Response]
	limit   *limit
	app     *grants
	users   *userTokens
	tally   *tally
	flights sync.WaitGroup // requests for tokens under way
}

// New makes a client; an error when the base URL, a credential or the file of user
// tokens cannot be used. A client without credentials is no error: its methods
// answer with NotConfigured or NoToken.
func New(cfg Config) (*Client, error) { return newClient(cfg, usualPace) }

func newClient(cfg Config, p pace) (*Client, error) {
	if cfg.Clock == nil {
		cfg.Clock = time.Now
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.LimitClock == nil {
		cfg.LimitClock = time.Now
	}
	base, err := cfg.check()
	if err != nil {
		return nil, err
	}
	users, err := openUserTokens(cfg.UserTokens, cfg.Clock)
	if err != nil {
		return nil, err
	}
	c := &Client{cfg: cfg, base: base, pace: p, app: newGrants(), users: users, tally: &tally{clock: cfg.Clock}, limit: newLimit(cfg.LimitClock)}
	c.connect()
	return c, nil
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
func (c *Client) Access(user int64) Access {
	switch {
	case c.users.has(user):
		return ByUserToken
	case c.cfg.PersonalToken != "":
		return ByPersonalToken
	}
	return ByNone
}

// Application says whether client credentials are there, which subscriptions of
// the application and support cases need.
func (c *Client) Application() bool { return c.cfg.ClientID != "" && c.cfg.ClientSecret != "" }

// ApplicationKey is the client key, which names the application in its subscriptions.
func (c *Client) ApplicationKey() string { return c.cfg.ClientKey }

// Host is the only host that requests go to, with scheme and path, for people to
// read; empty when none is set.
func (c *Client) Host() string { return c.base.String() }

// Plain says that requests go to another machine without encryption.
func (c *Client) Plain() bool {
	return c.base.Scheme == "http" && !config.IsThisMachine(c.base.Hostname())
}

// Close waits until no token is being asked for: a refresh token that Wise replaces
// while the process ends would be lost. Calls after it work still.
func (c *Client) Close() {
	c.flights.Wait()
	c.once.CloseIdleConnections()
	c.again.CloseIdleConnections()
}
