// Package gate is what every request passes before a handler: its id and its line in the
// log, the headers that every answer carries, the check of the host, the refusal of forms
// that another site sent, and what becomes of a panic.
package gate

import (
	"github.com/labstack/echo/v4"

	"transferdesk/web/front"
)

// gate is the way into a house.
type gate struct{ *front.House }

// New makes a router without routes that leads into a house. It fails where a trusted
// proxy of the configuration is no address.
func New(house *front.House) (*echo.Echo, error) {
	g := gate{house}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = g.HandleError
	address, err := clientAddress(g.Cfg.TrustedProxies)
	if err != nil {
		return nil, err
	}
	e.IPExtractor = address
	forms, err := crossSite(g.Base)
	if err != nil {
		return nil, err
	}
	e.Use(withRequestID, securityHeaders(g.Base.Scheme == "https"), g.logRequests, g.recoverPanics, checkHost(g.Base), forms)
	return e, nil
}
