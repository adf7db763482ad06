package web

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"transferdesk/internal/auth"
	"transferdesk/store"
	"transferdesk/web/front"
)

// readyWithin bounds a readiness probe: a database that takes longer is not ready.
const readyWithin = 2 * time.Second

// lagLimit is how old the oldest unprojected arrival may be before the server
// says that its pages are behind.
const lagLimit = 5 * time.Minute

// apiHealth is the answer of /healthz and /readyz.
type apiHealth struct {
	Status string            `json:"status"` // ok, behind, failing or unavailable
	Checks map[string]string `json:"checks,omitempty"`
}

// healthShow says that the process answers; it asks nothing else, so that an
// orchestrator does not restart us for a full disk.
func (s *Server) healthShow(c echo.Context, _ auth.Actor) error {
	return front.OKJSON(c, apiHealth{Status: "ok"})
}

// readyShow says whether the database answers, its schema is this binary's, writes
// are kept and the pages keep up with the events. Being behind is said but stays
// 200: events are accepted, and a restart would not help. So is a disk that is
// full: queue and lists still work, and Wise tries again.
func (s *Server) readyShow(c echo.Context, _ auth.Actor) error {
	ctx, cancel := context.WithTimeout(c.Request().Context(), readyWithin)
	defer cancel()
	health := apiHealth{Status: "ok", Checks: map[string]string{}}
	for _, check := range []struct {
		name string
		ask  func(context.Context) (string, error)
	}{{"database", s.checkDatabase}, {"migrations", s.checkMigrations}, {"projection", s.checkProjection}, {"writing", s.checkWriting}} {
		said, err := check.ask(ctx)
		if err != nil {
			s.Log.Error("not ready", "check", check.name, "request_id", front.RequestID(c), "error", err)
			health.Status, health.Checks[check.name] = "unavailable", "failed"
			return front.SendJSON(c, http.StatusServiceUnavailable, health)
		}
		if health.Checks[check.name] = said; said != "ok" {
			health.Status = said
		}
	}
	return front.OKJSON(c, health)
}

func (s *Server) checkDatabase(ctx context.Context) (string, error) {
	return "ok", s.Cfg.DB.Read(ctx, func(r *store.Reader) error {
		_, err := r.LastReceipt()
		return err
	})
}

func (s *Server) checkMigrations(ctx context.Context) (string, error) {
	return "ok", s.Cfg.DB.CheckSchema(ctx)
}

// checkWriting fails when the file is gone, and says that writes fail for any
// other reason.
func (s *Server) checkWriting(ctx context.Context) (string, error) {
	err := s.Cfg.DB.CheckWriting(ctx)
	if err != nil && !errors.Is(err, store.ErrFileGone) {
		s.Log.Warn("writes fail", "error", err)
		return "failing", nil
	}
	return "ok", err
}

func (s *Server) checkProjection(ctx context.Context) (string, error) {
	waiting, age, err := s.Cfg.Projector.Lag(ctx)
	if waiting > 0 && age > lagLimit {
		return "behind", err
	}
	return "ok", err
}
