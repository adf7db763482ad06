package gate

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// contentPolicy allows our own assets and nothing else: no inline script or
// style, no foreign origin, no frame (OWASP ASVS 5.0, 3.4.3).
const contentPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
	"font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'"

// The HSTS lifetime is two years, the value that browsers' preload lists ask for.
const strictTransport = "max-age=63072000; includeSubDomains"

// securityHeaders sets what every answer carries, errors included. The referrer
// policy is same-origin, not no-referrer, since the latter makes browsers send
// "Origin: null" with our own forms, which the cross-site check must refuse.
func securityHeaders(https bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			setSecurityHeaders(c.Response().Header(), https)
			return next(c)
		}
	}
}

func setSecurityHeaders(h http.Header, https bool) {
	h.Set("Content-Security-Policy", contentPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
	h.Set("Cache-Control", "no-store")
	if https {
		h.Set("Strict-Transport-Security", strictTransport)
	}
}
