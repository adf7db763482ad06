package front

import (
	"strconv"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
)

// PathID reads an id of Wise or of ours from the path: digits only, up to
// 9223372036854775807, and not zero, which Wise uses in test notifications only.
func PathID(c echo.Context, name string) (int64, error) {
	id, ok := ParseID(c.Param(name))
	if !ok {
		return 0, fault.New(fault.Invalid, "An id is a whole number with digits only, like 49983981.")
	}
	return id, nil
}

// ParseID is strict where strconv is lenient: no sign, no leading zero.
func ParseID(s string) (int64, bool) {
	if len(s) == 0 || len(s) > 19 || s[0] < '1' || s[0] > '9' {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	id, err := strconv.ParseInt(s, 10, 64)
	return id, err == nil
}

// IDText prints an id; one that no event has named prints as nothing.
func IDText(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}
