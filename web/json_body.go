package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
)

// maxJSON is the largest body of the JSON API in bytes; what it takes has a
// handful of short fields.
const maxJSON = 16 << 10

// readJSON reads a body that is one JSON object: its fields with their values as
// they came. It refuses what encoding/json lets pass: names that come twice, bytes
// that are no UTF-8, halves of surrogate pairs, anything after the object.
func readJSON(c echo.Context) (map[string]json.RawMessage, error) { return readJSONOf(c, maxJSON) }

// readJSONOf is readJSON for a body of at most so many bytes.
func readJSONOf(c echo.Context, most int64) (map[string]json.RawMessage, error) {
	body, err := readJSONBody(c, most)
	if err != nil {
		return nil, err
	}
	fields, err := objectOf(body)
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, "The body is not one JSON object: "+err.Error()+". Nothing was changed.", err)
	}
	return fields, nil
}

func readJSONBody(c echo.Context, most int64) ([]byte, error) {
	req := c.Request()
	kind, params, err := mime.ParseMediaType(req.Header.Get(echo.HeaderContentType))
	if err != nil || kind != echo.MIMEApplicationJSON || params["charset"] != "" && !strings.EqualFold(params["charset"], "utf-8") {
		return nil, fault.New(fault.Unsupported, "Send JSON in UTF-8, with Content-Type: application/json. Nothing was changed.")
	}
	if req.Header.Get(echo.HeaderContentEncoding) != "" {
		return nil, fault.New(fault.Unsupported, "Send the body as it is, without a Content-Encoding. Nothing was changed.")
	}
	body, err := io.ReadAll(http.MaxBytesReader(c.Response(), req.Body, most))
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return nil, fault.Wrap(fault.TooLarge, fmt.Sprintf("The body is larger than %d KiB. Nothing was changed.", most>>10), err)
	}
	if err != nil {
		return nil, fault.Wrap(fault.Invalid, "The body did not come whole. Nothing was changed.", err)
	}
	return body, nil
}

// objectOf reads the fields; its error says for people what is wrong.
func objectOf(body []byte) (map[string]json.RawMessage, error) {
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return nil, errors.New("it is empty")
	case !utf8.Valid(body):
		return nil, errors.New("it is not UTF-8 text")
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	if first, err := dec.Token(); err != nil || first != json.Delim('{') {
		return nil, errors.New("it does not begin as one")
	}
	fields := map[string]json.RawMessage{}
	for dec.More() {
		name, err := dec.Token()
		text, isText := name.(string)
		if err != nil || !isText {
			return nil, errors.New("a name cannot be read")
		}
		if _, twice := fields[text]; twice {
			return nil, fmt.Errorf("the field %.40q comes twice", text)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, fmt.Errorf("the value of %.40q cannot be read", text)
		}
		fields[text] = value
	}
	if _, err := dec.Token(); err != nil {
		return nil, errors.New("it is cut off")
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something comes after it")
	}
	return fields, nil
}

// textOf reads a text; null and a field that did not come are blank.
func textOf(value json.RawMessage) (text, wrong string) {
	if isNull(value) {
		return "", ""
	}
	if value[0] != '"' || json.Unmarshal(value, &text) != nil {
		return "", "must be a text or null"
	}
	if strings.ContainsRune(text, utf8.RuneError) {
		return "", "not UTF-8 text" // half a surrogate pair, or what another program put in its place
	}
	return text, ""
}

// digitsOf reads the digits of an id; null, 0 and a field that did not come are
// blank. What the digits say is for others to judge.
func digitsOf(value json.RawMessage) (digits, wrong string) {
	if isNull(value) || string(value) == "0" {
		return "", ""
	}
	if value[0] != '-' && (value[0] < '0' || value[0] > '9') {
		return "", "must be a whole number, such as 16055450, or null"
	}
	return string(value), ""
}

func isNull(value json.RawMessage) bool { return len(value) == 0 || string(value) == "null" }
