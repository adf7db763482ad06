package front

import "github.com/labstack/echo/v4"

// NewRouter makes a router without routes: what every request passes on its way in,
// and what becomes of every error.
func (h *House) NewRouter() (*echo.Echo, error) {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = h.handleError
	address, err := clientAddress(h.Cfg.TrustedProxies)
	if err != nil {
		return nil, err
	}
	e.IPExtractor = address
	forms, err := crossSite(h.base)
	if err != nil {
		return nil, err
	}
	e.Use(withRequestID, securityHeaders(h.base.Scheme == "https"), h.logRequests, h.recoverPanics, checkHost(h.base), forms)
	return e, nil
}
