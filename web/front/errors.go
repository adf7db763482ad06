package front

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
)

// RetryAfter is what a 503 or 429 suggests, in seconds.
const RetryAfter = "10"

// HandleError is the one place where an error becomes an answer. The cause goes
// to the log; the page or the JSON says the fault's own sentence, and of a 500
// nothing but the request id.
func (h *House) HandleError(err error, c echo.Context) {
	if c.Response().Committed {
		h.Log.Error("failed after the answer had begun", "request_id", RequestID(c), "error", err)
		return
	}
	p := problemOf(err)
	h.Log.Log(context.Background(), levelOf(c, p, err), "request refused", "request_id", RequestID(c), "status", p.Status, "error", err)
	if p.Status == http.StatusServiceUnavailable || p.Status == http.StatusTooManyRequests {
		c.Response().Header().Set("Retry-After", RetryAfter)
	}
	if sending := h.sendProblem(c, p, err); sending != nil {
		h.Log.Error("sending an error page", "request_id", RequestID(c), "error", sending)
	}
}

// levelOf: whoever went away in the middle, reading or sending, or sends too
// slowly, is no fault of ours, and no stranger is to fill the log with it.
func levelOf(c echo.Context, p Problem, err error) slog.Level {
	left := errors.Is(err, context.Canceled) && c.Request().Context().Err() != nil
	var body interface{ CutOff() bool }
	cutOff := errors.As(err, &body) && body.CutOff()
	if p.Status >= http.StatusInternalServerError && !left && !cutOff {
		return slog.LevelError
	}
	return slog.LevelDebug
}

// problemOf finds the kind of an error and puts the fault's own sentences in
// place of the table's: the first is what happened, the rest what to do.
func problemOf(err error) Problem {
	var own *OwnProblem
	if errors.As(err, &own) {
		return own.Problem
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
	p.Message, p.What = text, what
	if more {
		p.What, p.Do = what+".", rest
	}
	return p
}

// kindOfStatus translates the errors of echo's router.
func kindOfStatus(status int) fault.Kind {
	for kind, p := range problems {
		if p.Status == status {
			return kind
		}
	}
	return fault.Internal
}

func (h *House) sendProblem(c echo.Context, p Problem, err error) error {
	if c.Request().Method == http.MethodHead {
		return c.NoContent(p.Status)
	}
	if wantsJSON(c.Request().URL.Path) {
		return SendJSON(c, p.Status, apiError{Error: apiProblem{Code: p.Code, Message: p.Message, RequestID: RequestID(c), Fields: fieldsOf(err)}})
	}
	return h.sendErrorPage(c, p, err)
}

// wantsJSON: programs get JSON, whatever they say they accept.
func wantsJSON(path string) bool {
	return strings.HasPrefix(path, "/api/") || strings.HasPrefix(path, "/webhooks/")
}
