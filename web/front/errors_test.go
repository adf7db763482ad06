package front

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/fault"
)

func TestOnlyOurOwnTroubleIsLoggedAsAnError(t *testing.T) {
	e := echo.New()
	left, leave := context.WithCancel(t.Context())
	leave()
	gone := fault.Wrap(fault.Unavailable, "The database is busy.", context.Canceled)
	for _, c := range []struct {
		name string
		ctx  context.Context
		err  error
		want slog.Level
	}{
		{"a mistake of ours", t.Context(), errors.New("broken"), slog.LevelError},
		{"what is not there", t.Context(), fault.New(fault.NotFound, "There is none."), slog.LevelDebug},
		{"a reader who went away", left, fmt.Errorf("reading: %w", gone), slog.LevelDebug},
		{"a mistake of ours while the reader went away", left, errors.New("broken"), slog.LevelError},
		{"something of ours that was called off", t.Context(), gone, slog.LevelError},
	} {
		req := httptest.NewRequest(http.MethodGet, "/", nil).WithContext(c.ctx)
		if got := levelOf(e.NewContext(req, httptest.NewRecorder()), problemOf(c.err), c.err); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
