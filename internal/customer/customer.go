// Package customer is the vocabulary of a customer: a Wise user with one or more
// profiles, the state of the user's account and what may be done about it.
package customer

import (
	"time"

	"transferdesk/internal/evidence"
)

// UserState is the state of a Wise user in Wise's own spelling (seeds: users#state-change).
// A value that is none of the constants is kept as it came.
type UserState string

// The states of the seeds, and one that only a profile can be in.
const (
	Active       UserState = "ACTIVE"
	WithdrawOnly UserState = "WITHDRAW_ONLY"
	Deactivated  UserState = "DEACTIVATED"
	ViewOnly     UserState = "VIEW_ONLY" // of profiles only (profiles#state-change): look, and nothing else
)

// The deactivation types of the seeds: a suspension may be appealed, a closure may not.
const (
	AccountSuspension = "ACCOUNT_SUSPENSION"
	AccountClosure    = "ACCOUNT_CLOSURE"
)

// UserEvent is one users#state-change.
type UserEvent struct {
	User   int64           `json:"user"`
	At     evidence.Moment `json:"at"`
	Hash   string          `json:"hash"`
	Source evidence.Source `json:"source"`
	From   UserState       `json:"from,omitempty"`
	To     UserState       `json:"to"`
	Type   string          `json:"type,omitempty"`   // deactivation_type as sent; "" when absent
	Reason string          `json:"reason,omitempty"` // deactivation_reason as sent; "" when absent
	Flags  []string        `json:"flags,omitempty"`
}

// UserFacts is everything that a user's events add up to; equal for any order
// and any repetition of the same deliveries, apart from the ids in evidence.
type UserFacts struct {
	User    int64       `json:"user"`
	History []UserVisit `json:"history,omitempty"` // every state entered, in order; the last is the state held
	Flags   []string    `json:"flags,omitempty"`   // "gap", "time_not_usable", … sorted
}

// UserVisit is one state that the user's account was in, with the type and the
// reason that the events of this unbroken stay gave.
type UserVisit struct {
	State    UserState    `json:"state"`
	From     UserState    `json:"from,omitempty"`
	At       time.Time    `json:"at"` // of the first event of the unbroken stay: a repeat does not restart the 90 days
	BySent   bool         `json:"by_sent,omitempty"`
	Gap      bool         `json:"gap,omitempty"`
	Type     string       `json:"type,omitempty"`
	Reason   string       `json:"reason,omitempty"`
	Evidence evidence.IDs `json:"evidence"`
}
