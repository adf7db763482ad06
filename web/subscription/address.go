package subscription

import (
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/web/front"
)

// webhookPath is where Wise's notifications come in.
const webhookPath = "/webhooks/wise"

// ourAddress is where Wise finds this server: the base URL, or, where Wise is
// simulated on this machine, the address that the browser uses. "" : not known.
func (p *Pages) ourAddress(c echo.Context) string {
	if base := strings.TrimSuffix(p.Cfg.BaseURL, "/"); base != "" {
		return base + webhookPath
	}
	if p.Cfg.AtWise.Simulated() {
		return "http://" + c.Request().Host + webhookPath
	}
	return ""
}

// place is where the address of a subscription leads.
type place int

// The places.
const (
	here      place = iota // to this server
	elsewhere              // to another address
	perhaps                // this server's own address is not known
)

// placeOf compares the address of a subscription with ours.
func placeOf(address, ours string) place {
	switch {
	case ours == "":
		return perhaps
	case plainAddress(address) == plainAddress(ours):
		return here
	}
	return elsewhere
}

// plainAddress writes equal addresses alike: the case of scheme and host, and the
// usual port.
func plainAddress(text string) string {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" {
		return text
	}
	u.Scheme = strings.ToLower(u.Scheme)
	u.Host = strings.TrimSuffix(strings.ToLower(u.Host), front.DefaultPort(u.Scheme))
	return u.String()
}

// hostOf is the host of an address, for a short word; the whole of it where it
// cannot be read.
func hostOf(text string) string {
	if u, err := url.Parse(text); err == nil && u.Host != "" {
		return u.Host
	}
	return text
}
