// Package config is what Transferdesk is told from outside: settings that are a
// flag, an environment variable and a line of --help at once, and the rules
// that tell whether they make sense together.
package config

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"time"
)

// Database is where the data is; every command but demo and version has it.
type Database struct {
	Database string `default:"./data/transferdesk.db" placeholder:"FILE" help:"The SQLite file. It is made if it is not there, in a folder that only this user may enter."`
}

// Path gives the file's path; an error when another kind of database is named.
func (d Database) Path() (string, error) {
	if scheme, _, found := strings.Cut(d.Database, "://"); found {
		return "", fmt.Errorf("--database: %s:// is not supported, only the path of a SQLite file", scheme)
	}
	if d.Database == "" {
		return "", errors.New("--database: the path is empty")
	}
	return d.Database, nil
}

// Serve is what the server is told.
type Serve struct {
	Database
	Addr            string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen. Without TLS of its own: put a reverse proxy in front of it."`
	BaseURL         string `name:"base-url" placeholder:"URL" help:"Where browsers find the server, such as https://desk.example.com. Required, and https, when --addr is not this machine alone."`
	WiseEnvironment string `enum:"production,sandbox" default:"production" help:"Which of Wise's environments sends the webhooks: production or sandbox. It chooses the built-in public key and the address of Wise's API."`
	WiseAPI
	ReconcileEvery   time.Duration `default:"10m" placeholder:"DURATION" help:"The pause between two rounds in which Wise's API is asked for what its webhooks have missed, such as 10m; 0: never. It needs a token."`
	WisePublicKey    []string      `placeholder:"FILE" help:"PEM file with the public key of Wise's webhooks, in place of the built-in one. Several may be valid at once."`
	TrustedProxies   []string      `placeholder:"CIDR" help:"Addresses of reverse proxies whose X-Forwarded-For is believed."`
	Funding          string        `enum:"customer,company" default:"customer" help:"Who funds the transfers: each customer, or the company by balance or settlement. The words of the answers depend on it."`
	Zone             string        `default:"UTC" placeholder:"ZONE" help:"The company's time zone, such as Europe/Tallinn: for texts to customers and the JSON API."`
	RefundEventAfter time.Duration `default:"24h" placeholder:"DURATION" help:"How long a refund and the state that belongs to it may come apart before it is flagged, such as 24h. Wise reports them minutes to hours apart."`
	FraudLine
	LogFormat string `enum:"text,json" default:"text" help:"How the log on standard error is written: text or json."`
}

// Check says what is wrong with the settings, if anything, naming the flag.
func (s Serve) Check() error {
	if _, err := s.Path(); err != nil {
		return err
	}
	loopback, err := Loopback(s.Addr)
	if err != nil {
		return fmt.Errorf("--addr: %w", err)
	}
	if err := checkBaseURL(s.BaseURL, loopback); err != nil {
		return fmt.Errorf("--base-url: %w", err)
	}
	for _, proxy := range s.TrustedProxies {
		if !isAddressOrRange(proxy) {
			return fmt.Errorf("--trusted-proxies: %q is neither an address nor a range like 10.0.0.0/8", proxy)
		}
	}
	if s.ReconcileEvery < 0 {
		return errors.New("--reconcile-every: a pause is 0 or longer, such as 10m")
	}
	if s.RefundEventAfter <= 0 {
		return errors.New("--refund-event-after: a time is longer than 0, such as 24h")
	}
	if _, err = s.Location(); err != nil {
		return err
	}
	if err := s.FraudLine.check(); err != nil {
		return err
	}
	return s.WiseAPI.check(s.WiseEnvironment)
}

// Location gives the company's time zone.
func (s Serve) Location() (*time.Location, error) {
	zone, err := time.LoadLocation(s.Zone)
	if err != nil {
		return nil, fmt.Errorf("--zone: %q is not a time zone like Europe/Tallinn", s.Zone)
	}
	return zone, nil
}

// Loopback says whether addr (host:port) can be reached from this machine alone.
func Loopback(addr string) (bool, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return false, fmt.Errorf("%q is not like 127.0.0.1:8080", addr)
	}
	return IsThisMachine(host), nil
}

// IsThisMachine says whether a host, a name or an address, is this machine.
func IsThisMachine(host string) bool {
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && ip.Unmap().IsLoopback()
}

// checkBaseURL holds the base URL to the rule that whoever comes from another
// machine comes by https.
func checkBaseURL(text string, loopback bool) error {
	if text == "" {
		if !loopback {
			return errors.New("it is required when --addr is not a loopback address")
		}
		return nil
	}
	base, err := url.Parse(text)
	if err != nil || base.Host == "" || (base.Scheme != "https" && base.Scheme != "http") {
		return fmt.Errorf("%q is not like https://desk.example.com", text)
	}
	if strings.Trim(base.Path, "/") != "" || base.RawQuery != "" || base.Fragment != "" || base.User != nil {
		return fmt.Errorf("%q must have nothing after the host", text)
	}
	if base.Scheme != "https" && !loopback {
		return errors.New("it must be https when --addr is not a loopback address")
	}
	return nil
}

func isAddressOrRange(text string) bool {
	if _, err := netip.ParseAddr(text); err == nil {
		return true
	}
	_, err := netip.ParsePrefix(text)
	return err == nil
}
