// Package fault holds the few kinds of error that Transferdesk tells apart.
// A fault carries a text for people and, apart from it, the cause for logs;
// web maps each kind to one HTTP status.
package fault

import "errors"

// Kind says what sort of thing went wrong.
type Kind int

// The kinds, in the order of the HTTP status that each is answered with.
const (
	Internal        Kind = iota // 500: our own mistake; the zero value, so that an unknown error is one
	Invalid                     // 400: the request cannot be understood
	Unauthenticated             // 401: nobody is signed in, or the signature does not verify
	Forbidden                   // 403: signed in, but this role may not
	NotFound                    // 404: is not there, or is not this person's to see
	Method                      // 405: the method is not allowed here
	Conflict                    // 409: somebody else changed it meanwhile
	TooLarge                    // 413: the body is over its limit
	Unsupported                 // 415: the encoding or media type is not accepted
	Unprocessable               // 422: understood, but a field is wrong
	TooMany                     // 429: asked too often
	Unavailable                 // 503: our own trouble, worth another try
)

// Error is a fault: its kind, the sentence that people may read, and its cause.
type Error struct {
	Kind  Kind
	Text  string // for people: what happened, whether anything was lost, what to do
	cause error  // for logs only; may be nil
}

// New makes a fault without a cause.
func New(kind Kind, text string) *Error { return &Error{Kind: kind, Text: text} }

// Wrap makes a fault that keeps its cause for the logs.
func Wrap(kind Kind, text string, cause error) *Error {
	return &Error{Kind: kind, Text: text, cause: cause}
}

// Error gives the text and the cause; it is meant for logs, never for pages.
func (e *Error) Error() string {
	if e.cause == nil {
		return e.Text
	}
	return e.Text + ": " + e.cause.Error()
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.cause }

// KindOf finds the kind of the first fault in err's chain; Internal when there is none.
func KindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return Internal
}

// TextOf finds the sentence for people in err's chain; empty when there is none.
func TextOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Text
	}
	return ""
}
