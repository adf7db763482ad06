package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"transferdesk/internal/wise/wisesim"
)

// credentials are what the API asks for. They guard nothing but a simulation, so
// that their defaults are printed.
type credentials struct {
	ClientID      string `name:"client-id" default:"sim-client" env:"WISESIM_CLIENT_ID" help:"The application's client id; empty for no application."`
	ClientSecret  string `name:"client-secret" default:"sim-secret" env:"WISESIM_CLIENT_SECRET" help:"Its secret."`
	ClientKey     string `name:"client-key" default:"sim-key" env:"WISESIM_CLIENT_KEY" help:"The key of its subscriptions, which is not the client id."`
	Token         string `default:"sim-personal" env:"WISESIM_TOKEN" help:"A personal token that sees every profile; empty for none."`
	UserTokensOut string `name:"user-tokens-out" placeholder:"FILE" env:"WISESIM_USER_TOKENS_OUT" help:"Where the users' refresh tokens are written (user_id,refresh_token), for transferdesk serve --wise-user-tokens. Each is sim-user- and the user's id; one user in five has given none."`
	RefreshTwice  bool   `name:"refresh-twice" help:"A refresh token that was exchanged works once more. Wise publishes no rule."`
}

// userTokens gives the users' refresh tokens, and writes them where it is asked for.
func (c credentials) userTokens(world wisesim.World) (map[int64]string, error) {
	tokens := map[int64]string{}
	var text strings.Builder
	text.WriteString("user_id,refresh_token\n")
	for i, p := range world.Profiles {
		if i%5 != 4 {
			tokens[p.User] = fmt.Sprintf("sim-user-%d", p.User)
			fmt.Fprintf(&text, "%d,%s\n", p.User, tokens[p.User])
		}
	}
	if c.UserTokensOut == "" {
		return tokens, nil
	}
	if err := os.WriteFile(c.UserTokensOut, []byte(text.String()), 0o600); err != nil {
		return nil, fmt.Errorf("writing the user tokens: %w", err)
	}
	return tokens, nil
}

// welcome says where the API is and what to ask it with. Values that were set
// are not repeated.
func (c credentials) welcome(to io.Writer, addr string) {
	_, _ = fmt.Fprintf(to, "Wise's API, simulated: http://%s\n\ntransferdesk serve asks it with\n\n  %-21s http://%s\n", addr, "--wise-api-url", addr)
	for _, one := range []struct{ flag, value, usual string }{
		{"--wise-client-id", c.ClientID, "sim-client"}, {"--wise-client-secret", c.ClientSecret, "sim-secret"},
		{"--wise-client-key", c.ClientKey, "sim-key"}, {"--wise-token", c.Token, "sim-personal"},
	} {
		if one.value != one.usual {
			one.value = "(as set)"
		}
		_, _ = fmt.Fprintf(to, "  %-21s %s\n", one.flag, one.value)
	}
	_, _ = fmt.Fprintln(to)
}
