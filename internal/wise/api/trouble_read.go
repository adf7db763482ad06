package api

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// kinds is which kind a status is of; what is not in it is Invalid below 500 and
// Down from there.
var kinds = map[int]Kind{
	http.StatusUnauthorized:    Refused,
	http.StatusForbidden:       Forbidden,
	http.StatusNotFound:        NotFound,
	http.StatusGone:            NotFound,
	http.StatusRequestTimeout:  Slow,
	http.StatusConflict:        NotAllowed,
	http.StatusTooManyRequests: TooMany,
}

// readTrouble reads an answer that is no success. The secrets that were sent are
// taken out of what it says: some servers quote the token that they refuse.
func readTrouble(res *http.Response, body []byte, now time.Time, secrets []string) *Error {
	e := &Error{
		Kind:      kindOf(res.StatusCode),
		Status:    res.StatusCode,
		TraceID:   headerText(res.Header.Get(traceHeader), secrets),
		LimitedBy: headerText(res.Header.Get("X-Rate-Limited-By"), secrets),
		Details:   readDetails(body, secrets),
		Sent:      true,
	}
	e.RetryAfter, _ = retryAfter(res.Header, now)
	if e.Kind == Forbidden && (res.Header.Get("X-2fa-Approval") != "" || res.Header.Get("X-2fa-Approval-Result") != "") {
		e.Kind = NeedsApproval
	}
	if (e.Kind == Refused || e.Status == http.StatusBadRequest) && e.says("invalid_grant") {
		e.Kind = GrantRevoked
	}
	return e
}

func kindOf(status int) Kind {
	if kind, ok := kinds[status]; ok {
		return kind
	}
	switch {
	case status >= 500:
		return Down
	case status >= 400:
		return Invalid
	case status >= 300:
		return Redirected
	}
	return Unreadable
}

// says tells whether one of the details has that code.
func (e *Error) says(code string) bool {
	for _, d := range e.Details {
		if strings.EqualFold(d.Code, code) {
			return true
		}
	}
	return false
}

// retryAfter reads Retry-After, in seconds or as a date; 0 when that is past. More
// than an hour is cut: nobody may lock us out for longer.
func retryAfter(h http.Header, now time.Time) (wait time.Duration, said bool) {
	text := strings.TrimSpace(h.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(text, 10, 32); err == nil {
		return min(time.Duration(seconds)*time.Second, time.Hour), true
	}
	at, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	return min(max(0, at.Sub(now)), time.Hour), true
}
