package front

import (
	"net/url"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
)

// PathText reads a text from the path, with its escapes taken back; the router
// leaves them in where the path has a slash in one.
func PathText(c echo.Context, name string) (string, error) {
	text := c.Param(name)
	if c.Request().URL.RawPath == "" {
		return text, nil
	}
	plain, err := url.PathUnescape(text)
	if err != nil {
		return "", fault.New(fault.Invalid, "This address cannot be read.")
	}
	return plain, nil
}
