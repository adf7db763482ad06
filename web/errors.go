package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
)

// retryAfter is what a 503 or 429 suggests, in seconds.
const retryAfter = "10"

// handleError is the one place where an error becomes an answer. The cause goes
// to the log; the page or the JSON says the fault's own sentence, and of a 500
// nothing but the request id.
func (s *Server) handleError(err error, c echo.Context) {
	if c.Response().Committed {
		s.log.Error("failed after the answer had begun", "request_id", requestID(c), "error", err)
		return
	}
	p := problemOf(err)
	s.log.Log(context.Background(), levelOf(c, p, err), "request refused", "request_id", requestID(c), "status", p.status, "error", err)
	if p.status == http.StatusServiceUnavailable || p.status == http.StatusTooManyRequests {
		c.Response().Header().Set("Retry-After", retryAfter)
	}
	if sending := s.sendProblem(c, p, err); sending != nil {
		s.log.Error("sending an error page", "request_id", requestID(c), "error", sending)
	}
}

// levelOf: whoever went away in the middle, reading or sending, or sends too
// slowly, is no fault of ours, and no stranger is to fill the log with it.
func levelOf(c echo.Context, p problem, err error) slog.Level {
	left := errors.Is(err, context.Canceled) && c.Request().Context().Err() != nil
	var body interface{ CutOff() bool }
	cutOff := errors.As(err, &body) && body.CutOff()
	if p.status >= http.StatusInternalServerError && !left && !cutOff {
		return slog.LevelError
	}
	return slog.LevelDebug
}

// problemOf finds the kind of an error and puts the fault's own sentences in
// place of the table's: the first is what happened, the rest what to do.
func problemOf(err error) problem {
	var own *ownProblem
	if errors.As(err, &own) {
		return own.problem
	}
	kind, text := fault.KindOf(err), fault.TextOf(err)
	var routed *echo.HTTPError
	if text == "" && errors.As(err, &routed) {
		kind = kindOfStatus(routed.Code)
	}
	p := problems[kind]
	if text == "" || kind == fault.Internal {
		return p
	}
	what, rest, more := strings.Cut(text, ". ")
	p.message, p.what = text, what
	if more {
		p.what, p.do = what+".", rest
	}
	return p
}

// kindOfStatus translates the errors of echo's router.
func kindOfStatus(status int) fault.Kind {
	for kind, p := range problems {
		if p.status == status {
			return kind
		}
	}
	return fault.Internal
}

func (s *Server) sendProblem(c echo.Context, p problem, err error) error {
	if c.Request().Method == http.MethodHead {
		return c.NoContent(p.status)
	}
	if wantsJSON(c.Request().URL.Path) {
		return sendJSON(c, p.status, apiError{Error: apiProblem{Code: p.code, Message: p.message, RequestID: requestID(c), Fields: fieldsOf(err)}})
	}
	return s.sendErrorPage(c, p, err)
}

// wantsJSON: programs get JSON, whatever they say they accept.
func wantsJSON(path string) bool {
	return strings.HasPrefix(path, "/api/") || strings.HasPrefix(path, "/webhooks/")
}
