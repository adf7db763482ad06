package web

import (
	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/templates"
)

// mostLooked is how far events that need a look are counted on the home page.
const mostLooked = 100

// readLook counts the quarantined events that nobody has set aside, for those who
// can do something about them; nil when there are none.
func readLook(r *store.Reader, who auth.Actor) (*templates.Look, error) {
	if !who.May(auth.ApplyAgain) {
		return nil, nil
	}
	n, err := r.Unresolved(mostLooked)
	if err != nil || n == 0 {
		return nil, err
	}
	return &templates.Look{Count: int64(n), More: n == mostLooked, Href: "/events?status=quarantined"}, nil
}
