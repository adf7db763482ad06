// Package desk is everything that a person can do in Transferdesk itself; what is
// done at Wise is in atwise. Each act goes through audit: the right is checked, and
// the change and its record are one transaction.
package desk

import (
	"time"

	"transferdesk/internal/auth"
	"transferdesk/store"
)

// How long a session lives: at most twelve hours, so that nobody stays signed
// in over night, and one hour without a request (ASVS 5.0, 7.3.1 and 7.3.2).
const (
	sessionLife = 12 * time.Hour
	sessionIdle = time.Hour
)

// Desk does what people ask for. It is safe for use by many goroutines.
type Desk struct {
	db       *store.DB
	clock    func() time.Time
	hasher   *auth.Hasher
	throttle *auth.Throttle
	notes    *noteBrake
	setUp    *setUp
}

// New makes a desk. The clock dates sessions and audit entries, so that it is
// the real one even where pages are shown at another time (the demo).
func New(db *store.DB, clock func() time.Time) *Desk {
	return &Desk{
		db:       db,
		clock:    clock,
		hasher:   auth.NewHasher(auth.DefaultCost()),
		throttle: auth.NewThrottle(clock),
		notes:    newNoteBrake(),
		setUp:    &setUp{},
	}
}

// Visitor is somebody who is not signed in: where the request comes from.
type Visitor struct {
	Remote    string // the client's address, as net/http or a trusted proxy names it
	RequestID string
	Session   string // the secret of a session that the visitor's cookie still holds; ended at sign-in
}
