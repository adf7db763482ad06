package customer

import (
	"strconv"

	"transferdesk/internal/evidence"
)

// Key is the identity of the event: user, second and the states, which all
// versions share. It is "" when occurred_at does not place the event.
func (e UserEvent) Key() string {
	if e.At.By != evidence.Occurred || e.At.Time.IsZero() {
		return ""
	}
	return "user|" + strconv.FormatInt(e.User, 10) + "|" + strconv.FormatInt(e.At.Second().Unix(), 10) +
		"|" + strconv.Quote(string(e.From)) + "|" + strconv.Quote(string(e.To))
}
