package front

import (
	"encoding/json"
	"net/http"

	"github.com/labstack/echo/v4"
)

// apiError is the one shape of an error in JSON.
type apiError struct {
	Error apiProblem `json:"error"`
}

type apiProblem struct {
	Code      string `json:"code"`
	Message   string `json:"message"`
	RequestID string `json:"request_id"`

	Fields   []apiWrongField `json:"fields,omitempty"` // of a 422 that is about the fields of a body
	Audience Audience        `json:"audience"`
}

// SendJSON writes a body that is complete before its status goes out. HTML
// characters stay escaped, so that a body shown by mistake as a page is text.
func SendJSON[T any](c echo.Context, status int, body T) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return c.Blob(status, "application/json; charset=utf-8", append(data, '\n'))
}

// OKJSON is SendJSON for the usual case.
func OKJSON[T any](c echo.Context, body T) error { return SendJSON(c, http.StatusOK, body) }
