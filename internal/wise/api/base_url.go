package api

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"transferdesk/internal/config"
)

// errHalf is a client id without its secret, or the other way round.
var errHalf = errors.New("the client id and the client secret of Wise's API belong together: one of them is missing")

// check says what of the configuration cannot be used, never quoting a secret, and
// gives the base URL.
func (cfg Config) check() (*url.URL, error) {
	if (cfg.ClientID == "") != (cfg.ClientSecret == "") {
		return nil, errHalf
	}
	for name, value := range map[string]string{"client id": cfg.ClientID, "client secret": cfg.ClientSecret, "personal token": cfg.PersonalToken} {
		if !isVisible(value) {
			return nil, fmt.Errorf("the %s of Wise's API has characters in it that none has, such as a space or the end of a line", name)
		}
	}
	if cfg.ClientKey != "" && !isSegment(cfg.ClientKey) {
		return nil, errors.New("the client key of Wise's API has characters in it that none has")
	}
	if cfg.UserTokens != "" && cfg.ClientID == "" {
		return nil, errors.New("the file of user tokens needs the client id and the client secret too: they exchange each user's refresh token")
	}
	if cfg.BaseURL == "" {
		if cfg.ClientID != "" || cfg.PersonalToken != "" {
			return nil, errors.New("there are credentials of Wise's API and no address of it")
		}
		return &url.URL{}, nil
	}
	return parseBase(cfg.BaseURL, cfg.AllowHTTP)
}

// parseBase reads the address of Wise's API.
func parseBase(text string, allowHTTP bool) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, errors.New("the address of Wise's API is not like https://api.wise.com")
	}
	if u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" {
		return nil, errors.New("the address of Wise's API must have no user, no query and no fragment")
	}
	if u.Scheme == "http" && !allowHTTP && !config.IsThisMachine(u.Hostname()) {
		return nil, fmt.Errorf("the address of Wise's API is http:// and %s is another machine: tokens could be read on the way", u.Host)
	}
	u.Host = strings.ToLower(u.Host)
	u.Path, u.RawPath = strings.TrimRight(u.Path, "/"), strings.TrimRight(u.RawPath, "/")
	return u, nil
}

// isVisible says that a text can stand in a header: visible ASCII only.
func isVisible(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) < 0
}

// isSegment says that a text can stand in a path as it is. Everything else could
// lead to another operation than the one that is meant.
func isSegment(s string) bool {
	if s == "" || len(s) > 128 || strings.Trim(s, ".") == "" {
		return false
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-._~", r)
	}) < 0
}
