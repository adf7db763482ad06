package front

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
)

// ReadForm reads a plain HTML form from the body alone: a password in the
// address would stand in every log on the way.
func ReadForm(c echo.Context) (url.Values, error) {
	return ReadFormOf(c, maxForm, "The form is larger than it can be. Nothing was changed.")
}

// ReadFormOf is ReadForm for a form of at most so many bytes; tooLong answers a larger
// one.
func ReadFormOf(c echo.Context, most int64, tooLong string) (url.Values, error) {
	req := c.Request()
	kind, _, _ := strings.Cut(req.Header.Get(echo.HeaderContentType), ";")
	if !strings.EqualFold(strings.TrimSpace(kind), echo.MIMEApplicationForm) {
		return nil, fault.New(fault.Unsupported, "This page takes plain HTML forms only.")
	}
	req.Body = http.MaxBytesReader(c.Response(), req.Body, most)
	if err := req.ParseForm(); err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return nil, fault.Wrap(fault.TooLarge, tooLong, err)
		}
		return nil, fault.Wrap(fault.Invalid, "The form cannot be read. Nothing was changed.", err)
	}
	return req.PostForm, nil
}

// maxForm is the largest form in bytes; ours have a handful of short fields.
const maxForm = 16 << 10
