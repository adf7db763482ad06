package front

import (
	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
	"transferdesk/templates"
)

// CallerOf reads who is calling from the query of a page; fault.Invalid for what is
// none of the choices. What else stands in the query stays in the links.
func CallerOf(c echo.Context, of templates.CallOf) (templates.Caller, error) {
	query := c.QueryParams()
	caller := templates.Caller{
		Who: query.Get("caller"), Identity: query.Get("identity"), Of: of, Path: c.Request().URL.EscapedPath(), Keep: map[string][]string{},
	}
	if err := CheckCaller(caller); err != nil {
		return caller, err
	}
	for _, name := range []string{"order", "rows", "cursor", "movements"} {
		if query.Has(name) {
			caller.Keep[name] = query[name]
		}
	}
	return caller, nil
}

// CheckCaller refuses what is none of the choices.
func CheckCaller(caller templates.Caller) error {
	switch caller.Who {
	case "", "sender", "recipient", "third_party":
	default:
		return fault.New(fault.Invalid, "There is no such caller: caller is sender, recipient or third_party.")
	}
	switch caller.Identity {
	case "", "confirmed", "not_confirmed":
		return nil
	}
	return fault.New(fault.Invalid, "There is no such identity: identity is confirmed or not_confirmed.")
}
