package api

import (
	"fmt"
	"io"
	"log/slog"
)

// LogValue says which credentials are there, never what they are.
func (cfg Config) LogValue() slog.Value {
	return slog.GroupValue(
		slog.String("host", cfg.BaseURL),
		slog.Bool("client_credentials", cfg.ClientID != "" && cfg.ClientSecret != ""),
		slog.Bool("client_key", cfg.ClientKey != ""),
		slog.Bool("personal_token", cfg.PersonalToken != ""),
		slog.Bool("user_tokens", cfg.UserTokens != ""),
	)
}

// Format writes the same for every verb of fmt.
func (cfg Config) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, "api.Config"+cfg.LogValue().String())
}

// LogValue is that of the configuration.
func (c *Client) LogValue() slog.Value { return c.cfg.LogValue() }

// Format writes the configuration without its secrets for every verb of fmt.
func (c *Client) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, "api.Client"+c.cfg.LogValue().String())
}
