package front

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"time"

	"transferdesk/internal/answer"
	"transferdesk/internal/atwise"
	"transferdesk/internal/desk"
	"transferdesk/internal/enrich"
	"transferdesk/internal/journal"
	"transferdesk/internal/live"
	"transferdesk/internal/projection"
	"transferdesk/internal/reason"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/wise/api"
	"transferdesk/store"
)

// Config is everything that the server is made of.
type Config struct {
	DB        *store.DB
	Journal   *journal.Journal
	Projector *projection.Projector
	Desk      *desk.Desk
	Catalogue reason.Catalogue // the built-in cards; pages say what leads have made of them
	Repairs   *desk.Repairs    // applies events again; nil: made of the others, and never closed

	Wise   *api.Client      // nil: one without credentials
	Enrich *enrich.Enricher // nil: made of the others; nobody runs it
	AtWise *atwise.Acts     // nil: made of the others

	Reconcile *reconcile.Reconciler // nil: made of the others; nobody runs it

	Live *live.Hub // whoever ends the server closes it first; nil: one that is never closed

	Clock func() time.Time // required: the time that pages tell ages by
	Wall  func() time.Time // the time of audit rows; nil: Clock. They differ in the demo only
	Log   *slog.Logger     // required

	// BaseURL is where browsers find the server: its origin is trusted for
	// forms and its host is the only one answered. Empty: this machine only.
	BaseURL string

	Environment      string         // PRODUCTION, SANDBOX or DEMO: the badge in the header
	Funding          answer.Funding // empty: the customer funds
	RefundEventAfter time.Duration  // how long a refund and its state may come apart unflagged; 0: answer.RefundEventAfter
	Company          *time.Location // nil: UTC; the zone of JSON and of the customer's text
	TrustedProxies   []string       // addresses or ranges whose X-Forwarded-For counts; empty: none
	Version          string

	FraudLine     string // whom the desk calls; empty: not set, which the pages say
	FraudLineText string // what to do or say on the way
}

// origin checks the configuration, fills in what was left out, and gives the base URL.
func (cfg *Config) origin() (*url.URL, error) {
	if cfg.DB == nil || cfg.Journal == nil || cfg.Projector == nil || cfg.Desk == nil || cfg.Clock == nil || cfg.Log == nil {
		return nil, errors.New("web: DB, Journal, Projector, Desk, Clock and Log are required")
	}
	if cfg.Wall == nil {
		cfg.Wall = cfg.Clock
	}
	if cfg.Repairs == nil {
		cfg.Repairs = desk.NewRepairs(cfg.DB, cfg.Projector, cfg.Wall, cfg.Log)
	}
	if cfg.Live == nil {
		cfg.Live = live.New(live.Usual(), cfg.Wall)
	}
	if err := cfg.askNobody(); err != nil {
		return nil, err
	}
	if cfg.Company == nil {
		cfg.Company = time.UTC
	}
	if cfg.Funding == "" {
		cfg.Funding = answer.ByCustomer
	}
	return parseOrigin(cfg.BaseURL)
}

// askNobody fills in what asks Wise, where it was left out: without credentials.
func (cfg *Config) askNobody() (err error) {
	if cfg.Wise == nil {
		if cfg.Wise, err = api.New(api.Config{Clock: cfg.Wall, Log: cfg.Log}); err != nil {
			return err
		}
	}
	if cfg.Enrich == nil {
		cfg.Enrich = enrich.New(cfg.DB, cfg.Wise, cfg.Clock, cfg.Log)
	}
	if cfg.Reconcile == nil {
		cfg.Reconcile = reconcile.New(reconcile.Config{DB: cfg.DB, Journal: cfg.Journal, Projector: cfg.Projector, Wise: cfg.Wise, Enrich: cfg.Enrich,
			Clock: cfg.Clock, Wall: cfg.Wall, Log: cfg.Log})
	}
	if cfg.AtWise == nil {
		cfg.AtWise = atwise.New(cfg.DB, cfg.Wise, cfg.Enrich, cfg.Wall, cfg.Log)
	}
	return nil
}

func parseOrigin(text string) (*url.URL, error) {
	if text == "" {
		return &url.URL{}, nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return nil, fmt.Errorf("the base URL %q is not like https://desk.example.com", text)
	}
	if u.Path != "" && u.Path != "/" || u.RawQuery != "" || u.User != nil {
		return nil, fmt.Errorf("the base URL %q must be an origin, without a path or anything after it", text)
	}
	return u, nil
}

// DefaultPort is the usual port of a scheme, with its colon: ":443" of https.
func DefaultPort(scheme string) string {
	if scheme == "https" {
		return ":443"
	}
	return ":80"
}
