package gate

import (
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"

	"github.com/labstack/echo/v4"

	"transferdesk/web/front"
)

// recoverPanics turns a panic into an error like any other; the stack goes to
// the log. http.ErrAbortHandler is the server's own way to hang up.
func (g gate) recoverPanics(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			r := recover()
			if r == nil {
				return
			}
			if cause, ok := r.(error); ok && errors.Is(cause, http.ErrAbortHandler) {
				panic(r)
			}
			g.Log.Error("panic in a handler", "request_id", front.RequestID(c), "route", c.Path(), "stack", string(debug.Stack()))
			err = fmt.Errorf("panic: %v", r)
		}()
		return next(c)
	}
}
