package web

import "github.com/labstack/echo/v4"

// newRouter makes a router without routes: what every request passes on its way in,
// and what becomes of every error.
func (s *Server) newRouter() (*echo.Echo, error) {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = s.handleError
	address, err := clientAddress(s.cfg.TrustedProxies)
	if err != nil {
		return nil, err
	}
	e.IPExtractor = address
	forms, err := crossSite(s.base)
	if err != nil {
		return nil, err
	}
	e.Use(withRequestID, securityHeaders(s.base.Scheme == "https"), s.logRequests, s.recoverPanics, checkHost(s.base), forms)
	return e, nil
}
