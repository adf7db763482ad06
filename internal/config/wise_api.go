package config

import (
	"errors"
	"fmt"
	"net/url"
)

// hosts is where Wise's API is, by environment.
var hosts = map[string]string{
	"production": "https://api.wise.com",
	"sandbox":    "https://api.wise-sandbox.com",
}

// WiseAPI is what the server is told about Wise's API. All of it may be left out.
type WiseAPI struct {
	WiseAPIURL           string `name:"wise-api-url" placeholder:"URL" help:"Where Wise's API is, when not at the environment's own host. Requests go nowhere else. http:// only to this machine, or in the sandbox."`
	WiseClientID         string `name:"wise-client-id" placeholder:"ID" help:"Client id of Wise's API: for support cases, subscriptions of the application and users' tokens."`
	WiseClientSecret     Secret `name:"wise-client-secret" placeholder:"SECRET" help:"Its secret. A flag can be seen by other users of this machine: better the variable or a file."`
	WiseClientSecretFile string `name:"wise-client-secret-file" placeholder:"FILE" help:"File with that secret, readable by this user alone (0600)."`
	WiseClientKey        string `name:"wise-client-key" placeholder:"KEY" help:"Client key, which names the application in its subscriptions. It is not the client id."`
	WiseToken            Secret `name:"wise-token" placeholder:"TOKEN" help:"The company's personal token, used where a user has no token of its own."`
	WiseTokenFile        string `name:"wise-token-file" placeholder:"FILE" help:"File with that token, readable by this user alone (0600)."`
	WiseUserTokens       string `name:"wise-user-tokens" placeholder:"FILE" help:"CSV file of user_id,refresh_token (0600), in a folder that this user may write: a token that Wise replaces is written back."`
}

// Address is where Wise's API is.
func (w WiseAPI) Address(environment string) string {
	if w.WiseAPIURL != "" {
		return w.WiseAPIURL
	}
	return hosts[environment]
}

// AllowsHTTP says whether http:// may be used to another machine: in the sandbox,
// whose tokens move no money.
func (w WiseAPI) AllowsHTTP(environment string) bool { return environment == "sandbox" }

// ClientSecret reads the client secret; "" when there is none.
func (w WiseAPI) ClientSecret() (string, error) {
	return secret("--wise-client-secret", w.WiseClientSecret, w.WiseClientSecretFile)
}

// Token reads the personal token; "" when there is none.
func (w WiseAPI) Token() (string, error) {
	return secret("--wise-token", w.WiseToken, w.WiseTokenFile)
}

// OnThisMachine says whether Wise's API is asked for on this machine, where only a
// stand-in for Wise can be.
func (w WiseAPI) OnThisMachine(environment string) bool {
	u, err := url.Parse(w.Address(environment))
	return err == nil && IsThisMachine(u.Hostname())
}

// check says what does not go together, naming the flag and never a secret.
func (w WiseAPI) check(environment string) error {
	u, err := url.Parse(w.Address(environment))
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return errors.New("--wise-api-url: it is not like https://api.wise.com")
	}
	if hasSecret := w.WiseClientSecret != "" || w.WiseClientSecretFile != ""; hasSecret != (w.WiseClientID != "") {
		return errors.New("--wise-client-id and --wise-client-secret belong together: one of them is missing")
	}
	if w.WiseUserTokens != "" && w.WiseClientID == "" {
		return errors.New("--wise-user-tokens needs --wise-client-id and --wise-client-secret too: they exchange each user's token")
	}
	if w.WiseClientKey != "" && w.WiseClientID == "" {
		return errors.New("--wise-client-key needs --wise-client-id and --wise-client-secret too")
	}
	if u.Scheme == "http" && !w.OnThisMachine(environment) && !w.AllowsHTTP(environment) {
		return fmt.Errorf("--wise-api-url: %s is another machine, so it must be https in production: tokens could be read on the way", u.Host)
	}
	return nil
}
