package web

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
)

// readForm reads a plain HTML form from the body alone: a password in the
// address would stand in every log on the way.
func readForm(c echo.Context) (url.Values, error) {
	req := c.Request()
	kind, _, _ := strings.Cut(req.Header.Get(echo.HeaderContentType), ";")
	if !strings.EqualFold(strings.TrimSpace(kind), echo.MIMEApplicationForm) {
		return nil, fault.New(fault.Unsupported, "This page takes plain HTML forms only.")
	}
	req.Body = http.MaxBytesReader(c.Response(), req.Body, maxForm)
	if err := req.ParseForm(); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return nil, fault.Wrap(fault.TooLarge, "The form is larger than it can be. Nothing was changed.", err)
		}
		return nil, fault.Wrap(fault.Invalid, "The form cannot be read. Nothing was changed.", err)
	}
	return req.PostForm, nil
}
