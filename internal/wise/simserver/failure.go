package simserver

import (
	"net/http"
	"slices"
	"strings"
	"time"
)

// Mode is a way in which requests fail.
type Mode string

// The ways.
const (
	None         Mode = ""             // they do not
	Down         Mode = "down"         // the connection is closed without an answer
	Slow         Mode = "slow"         // answered as usual, after Delay
	Unauthorized Mode = "unauthorized" // 401
	SCA          Mode = "sca"          // 403 that asks for strong authentication
	Forbidden    Mode = "forbidden"    // 403
	Missing      Mode = "not_found"    // 404
	Conflict     Mode = "conflict"     // 409
	TooMany      Mode = "too_many"     // 429 with Retry-After
	ServerError  Mode = "server_error" // 500 in the shape of Shape
	Garbage      Mode = "garbage"      // 200 with what is no JSON
	Truncated    Mode = "truncated"    // the usual answer, cut in the middle
	WrongTypes   Mode = "wrong_types"  // the usual answer with numbers as texts, texts as numbers, and so on
	Redirect     Mode = "redirect"     // 302 to To
	Huge         Mode = "huge"         // a body without an end
)

// Modes are all of them, for help texts.
func Modes() []Mode {
	return []Mode{Down, Slow, Unauthorized, SCA, Forbidden, Missing, Conflict, TooMany, ServerError, Garbage, Truncated, WrongTypes, Redirect, Huge}
}

// Failure is how requests fail. The zero value is no failure.
type Failure struct {
	Mode       Mode
	Paths      []string      // prefixes, with or without the version; empty: all
	After      int           // so many requests of those paths are answered as usual first
	Times      int           // so many fail then; 0: all
	Delay      time.Duration // slow; 0: 10 s
	RetryAfter time.Duration // too_many; 0: 1 s
	Shape      string        // server_error: ShapeErrors and so on; "": ShapeStatus
	To         string        // redirect: where to; "": another host that nobody answers on
}

// failing is a failure with what it has done so far.
type failing struct {
	Failure
	seen, failed int
}

// Fail says how requests fail from now on; Failure{} ends it.
func (s *Server) Fail(f Failure) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failure = failing{Failure: f}
}

// next says whether the next request, of either of two forms of its path, fails.
func (f *failing) next(paths ...string) (Failure, bool) {
	if f.Mode == None || len(f.Paths) > 0 && !slices.ContainsFunc(f.Paths, func(prefix string) bool {
		return slices.ContainsFunc(paths, func(path string) bool { return strings.HasPrefix(path, prefix) })
	}) {
		return Failure{}, false
	}
	f.seen++
	if f.seen <= f.After || f.Times > 0 && f.failed >= f.Times {
		return Failure{}, false
	}
	f.failed++
	return f.Failure, true
}

// refusal is the answer of the failures that are plain refusals.
func (f Failure) refusal(c *call) (refused reply, ok bool) {
	switch f.Mode {
	case Unauthorized:
		return oauth(http.StatusUnauthorized, "invalid_token", "The access token is invalid or has expired"), true
	case SCA:
		return challenge(c), true
	case Forbidden:
		return plain(c, http.StatusForbidden, "You are forbidden to send this request"), true
	case Missing:
		return notFound(c), true
	case Conflict:
		return coded(http.StatusConflict, notCancellable, "Transfer cannot be cancelled", ""), true
	case TooMany:
		return tooMany(c, max(f.RetryAfter, time.Second)), true
	case ServerError:
		return shaped(c, f.Shape, http.StatusInternalServerError, "Internal Server Error"), true
	case Garbage:
		return reply{status: http.StatusOK, kind: "application/json", body: []byte("<html><body>Ωops {\"id\": \x00\xff")}, true
	case Redirect:
		return f.elsewhere(), true
	default:
		return reply{}, false
	}
}

// elsewhere sends the client to another host.
func (f Failure) elsewhere() reply {
	to := f.To
	if to == "" {
		to = "https://elsewhere.invalid/"
	}
	return reply{status: http.StatusFound, header: http.Header{"Location": {to}}}
}

// challenge is the 403 that asks for strong authentication (SCA).
func challenge(c *call) reply {
	r := plain(c, http.StatusForbidden, "You are forbidden to send this request")
	r.header = http.Header{"X-2fa-Approval": {inventUUID("sca", c.at.UnixNano())}, "X-2fa-Approval-Result": {"REJECTED"}}
	return r
}
