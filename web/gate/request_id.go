package gate

import (
	"crypto/rand"

	"github.com/labstack/echo/v4"
)

// withRequestID gives each request an id of our own: one from outside could
// forge or flood the logs, so it is dropped, not passed on.
func withRequestID(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Request().Header.Del(echo.HeaderXRequestID)
		c.Response().Header().Set(echo.HeaderXRequestID, rand.Text())
		return next(c)
	}
}
