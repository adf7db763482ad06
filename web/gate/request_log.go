package gate

import (
	"log/slog"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/web/front"
)

// logRequests writes one line per request: the route, not the address, since a
// search or a token may stand in the latter.
func (g gate) logRequests(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		began := time.Now()
		if err := next(c); err != nil {
			c.Error(err)
		}
		g.Log.LogAttrs(c.Request().Context(), slog.LevelDebug, "request",
			slog.String("request_id", front.RequestID(c)), slog.String("method", c.Request().Method),
			slog.String("route", c.Path()), slog.Int("status", c.Response().Status),
			slog.Duration("took", time.Since(began)))
		return nil
	}
}
