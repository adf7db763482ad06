package front

import "github.com/labstack/echo/v4"

// RequestID is the id that this answer, its log line and its audit row share.
func RequestID(c echo.Context) string {
	return c.Response().Header().Get(echo.HeaderXRequestID)
}
