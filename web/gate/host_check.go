package gate

import (
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/config"
	"transferdesk/internal/fault"
	"transferdesk/web/front"
)

// anyHost lists the paths that answer under every host name: an orchestrator
// probes by address, and the webhook is guarded by its signature, so that a
// proxy's spelling of the host must not cost an event.
var anyHost = map[string]bool{"/healthz": true, "/readyz": true, "/webhooks/wise": true}

// checkHost refuses a Host header that is not the base URL's, which stops DNS
// rebinding. Without a base URL, or with one on this machine, any name of this
// machine is good.
func checkHost(base *url.URL) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if anyHost[c.Request().URL.Path] || ourHost(base, c.Request().Host) {
				return next(c)
			}
			return fault.New(fault.Invalid, "This server does not answer under that host name. Use the address that your team was given.")
		}
	}
}

func ourHost(base *url.URL, host string) bool {
	if base.Host == "" || config.IsThisMachine(base.Hostname()) {
		return config.IsThisMachine(hostname(host))
	}
	return strings.EqualFold(host, base.Host) || strings.EqualFold(host, base.Hostname()+front.DefaultPort(base.Scheme))
}

func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	return strings.Trim(host, "[]")
}

// crossSite refuses a form that another site's page sent (net/http
// CrossOriginProtection: Sec-Fetch-Site, else Origin against Host). The webhook
// is left out: its signature decides, and no browser sends it.
func crossSite(base *url.URL) (echo.MiddlewareFunc, error) {
	guard := http.NewCrossOriginProtection()
	if base.Host != "" {
		if err := guard.AddTrustedOrigin(base.Scheme + "://" + base.Host); err != nil {
			return nil, err
		}
	}
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if c.Request().URL.Path != "/webhooks/wise" && guard.Check(c.Request()) != nil {
				return fault.New(fault.Forbidden, "This form was sent from another site, so nothing was done. Open Transferdesk itself and try again.")
			}
			return next(c)
		}
	}, nil
}
