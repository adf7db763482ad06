package api_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"transferdesk/internal/wise/api"
)

func TestTheBreakerOpensWhenThereAreNoAnswers(t *testing.T) {
	var asked atomic.Int64
	status := atomic.Int64{}
	status.Store(500)
	server := wise(t, func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.WriteHeader(int(status.Load()))
		_, _ = io.WriteString(w, `{"id":1,"status":"processing"}`)
	})
	d := ask(t, server.URL, nil)
	for i := range 5 {
		if e := d.trouble(); e.Kind != api.Down {
			t.Fatalf("%d: %+v", i, e)
		}
	}
	h := d.Health()
	if h.Breaker != "open" || !h.OpenUntil.After(d.clock.now()) || h.OpenUntil.After(d.clock.now().Add(time.Minute)) || h.Failures != 5 || h.LastTrouble == nil || !h.LastSuccess.IsZero() {
		t.Errorf("health: %+v", h)
	}
	before := asked.Load()
	for _, o := range operations() {
		e := d.troubleOf(o.ask(context.Background(), d.Client))
		if e.Kind != api.Paused || e.Sent || !e.Undone() || e.RetryAfter <= 0 {
			t.Errorf("%s: %+v", o.name, e)
		}
	}
	if asked.Load() != before {
		t.Error("something was sent while it was open")
	}
	if !strings.Contains(d.log.String(), "to=open") {
		t.Errorf("the log: %s", d.log)
	}
}

func TestTheBreakerClosesWhenWiseAnswersAgain(t *testing.T) {
	var status atomic.Int64
	status.Store(503)
	server := wise(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(int(status.Load()))
		_, _ = io.WriteString(w, `{"id":1,"status":"processing"}`)
	})
	client, err := api.NewInHaste(api.Config{BaseURL: server.URL, PersonalToken: personal, Log: slog.New(slog.DiscardHandler)}, time.Minute, time.Nanosecond)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	for range 4 {
		_, _ = client.Transfer(context.Background(), 0, 1)
	}
	if got := client.Health().Breaker; got == "closed" {
		t.Errorf("it is %s", got)
	}
	status.Store(200)
	if _, err := client.Transfer(context.Background(), 0, 1); err != nil {
		t.Errorf("once Wise answers: %v", err)
	}
	if h := client.Health(); h.Breaker != "closed" || !h.OpenUntil.IsZero() || h.LastSuccess.IsZero() {
		t.Errorf("health: %+v", h)
	}
}

func TestAnswersOfRefusalDoNotOpenTheBreaker(t *testing.T) {
	for _, status := range []int{400, 401, 403, 404, 409, 422, 429, 302} {
		server := wise(t, say(status, ""))
		d := ask(t, server.URL, nil)
		for range 10 {
			d.trouble()
		}
		if h := d.Health(); h.Breaker != "closed" {
			t.Errorf("%d: it is %s", status, h.Breaker)
		}
	}
}

func TestAPauseThatWiseAsksForIsKeptByTheBackgroundOnly(t *testing.T) {
	for name, header := range map[string]string{"seconds": "120", "a date": time.Now().Add(2 * time.Minute).UTC().Format(http.TimeFormat), "nothing": ""} {
		var asked atomic.Int64
		server := wise(t, func(w http.ResponseWriter, r *http.Request) {
			asked.Add(1)
			w.Header().Set("X-Rate-Limited-By", "per-minute")
			say(429, "", "Retry-After", header)(w, r)
		})
		d := ask(t, server.URL, func(cfg *api.Config) { cfg.Clock = time.Now })
		if e := d.trouble(); e.Kind != api.TooMany || e.LimitedBy != "per-minute" || header != "" && (e.RetryAfter < time.Minute || e.RetryAfter > 2*time.Minute) {
			t.Errorf("%s: %+v", name, e)
		}
		_, err := d.Transfer(api.Background(context.Background()), ada, 1)
		if e := d.troubleOf(err); e.Kind != api.TooMany || e.Sent || e.RetryAfter <= 0 || asked.Load() != 1 {
			t.Errorf("%s: the background: %+v after %d", name, e, asked.Load())
		}
		if d.trouble(); asked.Load() != 2 {
			t.Errorf("%s: a person is not heard", name)
		}
		if h := d.Health(); h.PausedUntil.IsZero() {
			t.Errorf("%s: health %+v", name, h)
		}
	}
}
