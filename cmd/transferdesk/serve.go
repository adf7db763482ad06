package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/url"
	"strings"

	"transferdesk/internal/answer"
	"transferdesk/internal/config"
	"transferdesk/internal/reconcile"
	"transferdesk/internal/wise"
	"transferdesk/internal/wise/api"
	"transferdesk/web"
)

type serveCommand struct {
	config.Serve
}

// Run serves until the process is asked to stop.
func (c serveCommand) Run(s *surroundings) (err error) {
	p, err := c.plan(s)
	if err != nil {
		return err
	}
	h, err := build(s.ctx, p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.close()) }()
	ln, err := web.Listen(s.ctx, c.Addr)
	if err != nil {
		return err
	}
	if err := c.offerSetUp(s, h, ln.Addr()); err != nil {
		return errors.Join(err, ln.Close())
	}
	sayHalf(h.wise, p.log)
	p.log.Info("serving", "addr", ln.Addr().String(), "environment", c.WiseEnvironment, "wise_api", p.api, "keys", p.keys.Names(), "version", version())
	err = h.serve(s.ctx, ln)
	p.log.Info("stopped")
	return err
}

// plan checks every setting before anything is opened.
func (c serveCommand) plan(s *surroundings) (plan, error) {
	if err := c.Check(); err != nil {
		return plan{}, err
	}
	keys, err := c.keys()
	if err != nil {
		return plan{}, err
	}
	zone, err := c.Location()
	if err != nil {
		return plan{}, err
	}
	path, err := c.Path()
	if err != nil {
		return plan{}, err
	}
	wiseAPI, err := c.wiseAPI()
	if err != nil {
		return plan{}, err
	}
	return plan{path: path, keys: keys, api: wiseAPI, pages: s.clock, wall: s.clock, log: newLog(c.LogFormat, s.stderr), site: web.Config{
		BaseURL:        c.BaseURL,
		Environment:    strings.ToUpper(c.WiseEnvironment),
		Funding:        answer.Funding(c.Funding),
		Company:        zone,
		TrustedProxies: c.TrustedProxies,
		FraudLine:      c.FraudLine.FraudLine,
		FraudLineText:  c.FraudLineText,

		RefundEventAfter: c.RefundEventAfter,
	}, every: reconcile.Config{Every: c.ReconcileEvery, Grace: reconcile.GraceFor(c.ReconcileEvery)}}, nil
}

// keys reads the public keys that webhooks are verified with.
func (c serveCommand) keys() (wise.Keys, error) {
	if len(c.WisePublicKey) == 0 {
		return wise.BuiltinKeys(c.WiseEnvironment)
	}
	return wise.ReadKeys(c.WisePublicKey)
}

// sayHalf warns of what is set by half, or is not safe.
func sayHalf(client *api.Client, log *slog.Logger) {
	if client.Application() && client.ApplicationKey() == "" {
		log.Warn("--wise-client-key is not set: subscriptions of the application can be neither shown nor made")
	}
	if client.Plain() {
		log.Warn("Wise's API is asked without encryption: tokens can be read on the way", "host", client.Host())
	}
}

// wiseAPI is how Wise's API is asked; its secrets are read from their files.
func (c serveCommand) wiseAPI() (api.Config, error) {
	secret, err := c.ClientSecret()
	if err != nil {
		return api.Config{}, err
	}
	token, err := c.Token()
	if err != nil {
		return api.Config{}, err
	}
	return api.Config{
		BaseURL:       c.Address(c.WiseEnvironment),
		AllowHTTP:     c.AllowsHTTP(c.WiseEnvironment),
		Examples:      c.OnThisMachine(c.WiseEnvironment),
		ClientID:      c.WiseClientID,
		ClientSecret:  secret,
		ClientKey:     c.WiseClientKey,
		PersonalToken: token,
		UserTokens:    c.WiseUserTokens,
	}, nil
}

// offerSetUp prints a one-time link for the first admin while there is nobody.
// It goes to standard output, never to the log.
func (c serveCommand) offerSetUp(s *surroundings, h *house, addr net.Addr) error {
	secret, err := h.desk.OpenSetUp(context.WithoutCancel(s.ctx))
	if err != nil || secret == "" {
		return err
	}
	base := strings.TrimSuffix(c.BaseURL, "/")
	if base == "" {
		base = "http://" + addr.String()
	}
	link := base + "/setup?" + url.Values{"token": {secret}}.Encode()
	_, err = fmt.Fprintf(s.stdout, "Nobody has an account yet. Set up the first admin with this link, which works once:\n\n  %s\n\n", link)
	return err
}

// newLog writes the log: ids only, never bodies, names or tokens.
func newLog(format string, to io.Writer) *slog.Logger {
	if format == "json" {
		return slog.New(slog.NewJSONHandler(to, nil))
	}
	return slog.New(slog.NewTextHandler(to, nil))
}
