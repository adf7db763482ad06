package api

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Kind says what sort of trouble a call met.
type Kind string

// The kinds. Undone says of which of them it is certain that Wise did nothing.
const (
	NotConfigured Kind = "not_configured" // no client credentials are set
	NoToken       Kind = "no_token"       // neither the user's token nor a personal one
	GrantRevoked  Kind = "grant_revoked"  // 401 invalid_grant: the user's token is dead, as after a deactivation
	Refused       Kind = "refused"        // 401 otherwise: our credentials are not taken
	Forbidden     Kind = "forbidden"      // 403
	NeedsApproval Kind = "needs_approval" // 403 that asks for strong authentication (x-2fa-approval-result)
	NotFound      Kind = "not_found"      // 404
	NotAllowed    Kind = "not_allowed"    // 409, such as transfer.cancellation.not.allowed
	Invalid       Kind = "invalid"        // 400 and 422
	TooMany       Kind = "too_many"       // 429, or our own limit
	Down          Kind = "down"           // no answer, 5xx
	Slow          Kind = "slow"           // no answer in time
	Paused        Kind = "paused"         // the breaker is open: nothing was sent
	Unreadable    Kind = "unreadable"     // an answer that is not what Wise documents
	Redirected    Kind = "redirected"     // Wise, or something before it, points elsewhere; not followed
)

// Error is a call that did not succeed.
type Error struct {
	Kind        Kind
	Status      int           // HTTP status; 0: there was no answer
	Details     []Detail      // what Wise says, in any of its error shapes; five at most
	TraceID     string        // x-trace-id of the answer: to be quoted to Wise
	Correlation string        // X-External-Correlation-Id that we sent
	LimitedBy   string        // X-Rate-Limited-By of a 429
	RetryAfter  time.Duration // 0: not said
	Sent        bool          // the request left us, so that Wise may have acted on it
	call        string        // what was asked, in words
	missing     string        // which credential, in words
	cause       error
}

// Detail is one error of Wise's, cut to what fits a page; for the desk only.
type Detail struct{ Code, Message, Path string }

// Error is for logs: kind, status and ids, never a body, a token or a name. Why
// there was no answer is said, since only our own side speaks there.
func (e *Error) Error() string {
	text := "Wise's API: "
	if e.call != "" {
		text += e.call + ": "
	}
	text += strings.ReplaceAll(string(e.Kind), "_", " ")
	if e.Status != 0 {
		text += fmt.Sprintf(", status %d", e.Status)
	}
	if e.TraceID != "" {
		text += ", trace " + e.TraceID
	}
	if e.Correlation != "" {
		text += ", correlation " + e.Correlation
	}
	if e.cause != nil {
		text += ": " + e.cause.Error()
	}
	return text
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.cause }

// TroubleOf finds the *Error in err's chain; nil when there is none.
func TroubleOf(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}

// Undone says whether it is certain that Wise did not do what was asked: nothing
// was sent, or Wise refused.
func (e *Error) Undone() bool {
	if !e.Sent {
		return true
	}
	switch e.Kind {
	case GrantRevoked, Refused, Forbidden, NeedsApproval, NotFound, NotAllowed, Invalid, TooMany:
		return e.Status >= 400 && e.Status <= 499
	}
	return false
}
