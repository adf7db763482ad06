package api_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"transferdesk/internal/wise/api"
	"transferdesk/internal/wise/simserver"
)

// operation is one method of the client, asked with ids that exist nowhere.
type operation struct {
	name string
	act  bool // it changes something: never sent twice
	ask  func(context.Context, *api.Client) error
}

func operations() []operation {
	profile := api.Scope{Profile: adas, User: ada}
	wanted := api.NewSubscription{Name: "Desk", Event: "transfers#refund", Version: "2.0.0", URL: "https://desk.example.com/webhooks/wise"}
	return []operation{
		{"transfer", false, func(ctx context.Context, c *api.Client) error { _, err := c.Transfer(ctx, ada, 1); return err }},
		{"transfers", false, func(ctx context.Context, c *api.Client) error {
			_, err := c.Transfers(ctx, ada, api.TransferFilter{Profile: adas, CreatedFrom: start, CreatedTo: start, Limit: 100, Offset: 100})
			return err
		}},
		{"cancel", true, func(ctx context.Context, c *api.Client) error { _, err := c.Cancel(ctx, ada, 1); return err }},
		{"estimate", false, func(ctx context.Context, c *api.Client) error { _, err := c.Estimate(ctx, ada, 1, nil); return err }},
		{"payout", false, func(ctx context.Context, c *api.Client) error { _, err := c.Payout(ctx, ada, 1); return err }},
		{"receipt", false, func(ctx context.Context, c *api.Client) error {
			_, err := c.Receipt(ctx, ada, 1, api.Receipt)
			return err
		}},
		{"US receipt", false, func(ctx context.Context, c *api.Client) error {
			_, err := c.Receipt(ctx, ada, 1, api.USCombinedReceipt)
			return err
		}},
		{"recipient", false, func(ctx context.Context, c *api.Client) error { _, err := c.Recipient(ctx, ada, 1); return err }},
		{"profile", false, func(ctx context.Context, c *api.Client) error { _, err := c.Profile(ctx, ada, 1); return err }},
		{"profiles", false, func(ctx context.Context, c *api.Client) error { _, err := c.Profiles(ctx, ada); return err }},
		{"user", false, func(ctx context.Context, c *api.Client) error { _, err := c.User(ctx, ada); return err }},
		{"me", false, func(ctx context.Context, c *api.Client) error { _, err := c.Me(ctx, ada); return err }},
		{"application's subscriptions", false, func(ctx context.Context, c *api.Client) error {
			_, err := c.Subscriptions(ctx, api.Scope{})
			return err
		}},
		{"application's subscription", false, func(ctx context.Context, c *api.Client) error {
			_, err := c.Subscription(ctx, api.Scope{}, "s-1")
			return err
		}},
		{"subscribe application", true, func(ctx context.Context, c *api.Client) error {
			_, err := c.Subscribe(ctx, api.Scope{}, wanted)
			return err
		}},
		{"unsubscribe application", true, func(ctx context.Context, c *api.Client) error { return c.Unsubscribe(ctx, api.Scope{}, "s-1") }},
		{"test notification", true, func(ctx context.Context, c *api.Client) error { _, err := c.SendTest(ctx, "s-1"); return err }},
		{"profile's subscriptions", false, func(ctx context.Context, c *api.Client) error { _, err := c.Subscriptions(ctx, profile); return err }},
		{"profile's subscription", false, func(ctx context.Context, c *api.Client) error {
			_, err := c.Subscription(ctx, profile, "s-1")
			return err
		}},
		{"subscribe profile", true, func(ctx context.Context, c *api.Client) error {
			_, err := c.Subscribe(ctx, profile, wanted)
			return err
		}},
		{"unsubscribe profile", true, func(ctx context.Context, c *api.Client) error { return c.Unsubscribe(ctx, profile, "s-1") }},
		{"open case", true, func(ctx context.Context, c *api.Client) error {
			_, err := c.OpenCase(ctx, api.NewCase{Type: "GENERAL_ENQUIRY", Subject: "s", Description: "d", ExternalID: "e", Transfer: 1, Profile: 2, User: 3})
			return err
		}},
		{"case", false, func(ctx context.Context, c *api.Client) error { _, err := c.Case(ctx, 1); return err }},
		{"message", true, func(ctx context.Context, c *api.Client) error { _, err := c.AddCaseMessage(ctx, 1, "text"); return err }},
	}
}

// failure is a way in which a server fails, and what the client makes of it.
type failure struct {
	name   string
	answer http.HandlerFunc
	want   api.Kind
	unsure bool // nobody can tell whether an act was done
	again  bool // what may be sent twice is
}

func say(status int, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Trace-Id", "trace-1")
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

func hangUp(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// endless writes for as long as somebody reads.
func endless(w http.ResponseWriter, _ *http.Request) {
	chunk := bytes.Repeat([]byte(" "), 1<<16)
	for {
		if _, err := w.Write(chunk); err != nil {
			return
		}
	}
}

// packed is 100 MB of spaces in 100 kB, made once.
var packed = sync.OnceValue(func() []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	chunk := bytes.Repeat([]byte(" "), 1<<20)
	for range 100 {
		_, _ = w.Write(chunk)
	}
	_ = w.Close()
	return out.Bytes()
})

// bomb answers with little that would unpack to much.
func bomb(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	_, _ = w.Write(packed())
}

func failures() []failure {
	const old = `{"timestamp":"2026-11-21T09:00:00.000+0000","status":500,"error":"Internal Server Error","exception":"java.lang.NullPointerException","message":"No message available","path":"/v1/transfers/1"}`
	return []failure{
		{"hangs up", hangUp, api.Down, true, true},
		{"401", say(401, `{"error":"invalid_token","error_description":"The access token is invalid"}`), api.Refused, false, false},
		{"401 without a body", say(401, ""), api.Refused, false, false},
		{"403", say(403, `{"errors":[{"code":"forbidden","message":"No"}]}`), api.Forbidden, false, false},
		{"403 that asks for strong authentication", say(403, "", "x-2fa-approval", "one-time-secret", "x-2fa-approval-result", "REJECTED"), api.NeedsApproval, false, false},
		{"403 with a one-time token alone", say(403, "", "x-2fa-approval", "one-time-secret"), api.NeedsApproval, false, false},
		{"404", say(404, `<html>not here</html>`), api.NotFound, false, false},
		{"409", say(409, `{"errors":[{"code":"transfer.cancellation.not.allowed","message":"Too late"}]}`), api.NotAllowed, false, false},
		{"422", say(422, `{"errors":[{"code":"NOT_VALID","message":"URL","path":"delivery.url"}]}`), api.Invalid, false, false},
		{"400", say(400, `{"error":"x"}`), api.Invalid, false, false},
		{"408", say(408, ""), api.Slow, true, false},
		{"429 for two minutes", say(429, "", "Retry-After", "120"), api.TooMany, false, false},
		{"429 for a moment", say(429, "", "Retry-After", "0"), api.TooMany, false, true},
		{"500 as a list", say(500, `{"errors":[{"code":"error.internal","message":"Oh"}]}`), api.Down, true, false},
		{"500 as OAuth", say(500, `{"error":"server_error","error_description":"Oh"}`), api.Down, true, false},
		{"500 as Spring", say(500, `{"timestamp":"2026-11-21T09:00:00Z","status":500,"error":"Internal Server Error","message":"Oh","path":"/v1"}`), api.Down, true, false},
		{"500 of old", say(500, old), api.Down, true, false},
		{"502 of a proxy", say(502, "<html>Bad gateway</html>"), api.Down, true, true},
		{"503", say(503, ""), api.Down, true, true},
		{"503 for a minute", say(503, "", "Retry-After", "60"), api.Down, true, false},
		{"a page", say(200, "<!doctype html><title>Maintenance</title>", "Content-Type", "text/html"), api.Unreadable, true, false},
		{"nothing", say(200, ""), api.Unreadable, true, false},
		{"null", say(200, "null"), api.Unreadable, true, false},
		{"a number", say(200, "17"), api.Unreadable, true, false},
		{"two documents", say(200, `{"id":1,"status":"x"}{}`), api.Unreadable, true, false},
		{"cut off", say(200, `{"id":1,"status":"processing"`, "Content-Length", "500"), api.Unreadable, true, true},
		{"a redirect", say(302, "", "Location", "https://elsewhere.invalid/"), api.Redirected, true, false},
		{"a redirect to the same host", say(307, "", "Location", "/login"), api.Redirected, true, false},
		{"a permanent redirect", say(308, "", "Location", "http://127.0.0.1:1/"), api.Redirected, true, false},
		{"no end", endless, api.Unreadable, true, false},
		{"a gzip bomb", bomb, api.Unreadable, true, false},
	}
}

func TestEveryFailureOfEveryOperationIsTold(t *testing.T) {
	for _, f := range failures() {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			var asked atomic.Int64
			server := wise(t, func(w http.ResponseWriter, r *http.Request) {
				asked.Add(1)
				_, _ = io.Copy(io.Discard, r.Body)
				f.answer(w, r)
			})
			for _, o := range operations() {
				if f.want == api.Unreadable && strings.HasPrefix(o.name, "unsubscribe") && !strings.HasPrefix(f.name, "no end") && f.name != "a gzip bomb" && f.name != "cut off" {
					continue // a deletion has no answer to be read
				}
				asked.Store(0)
				d := ask(t, server.URL, nil)
				e := d.troubleOf(o.ask(context.Background(), d.Client))
				if e.Kind != f.want || e.Undone() == f.unsure && o.act || !e.Sent || len(e.Correlation) != 36 {
					t.Errorf("%s: %+v, undone %v", o.name, e, e.Undone())
				}
				if words := strings.Count(strings.TrimSpace(e.Text()), ". ") + 1; words < 2 {
					t.Errorf("%s: says %q, want what happened and what to do", o.name, e.Text())
				}
				want := int64(1)
				if f.again && !o.act {
					want = 3
				}
				most := want
				if f.name == "hangs up" && !o.act {
					most++ // net/http repeats by itself what met a connection that was closed meanwhile
				}
				if got := asked.Load(); got < want || got > most {
					t.Errorf("%s: sent %d times, want %d", o.name, got, want)
				}
				d.Close()
			}
		})
	}
}

func TestNobodyWaitsLongerThanTheWhole(t *testing.T) {
	gate := make(chan struct{})
	server := wise(t, func(http.ResponseWriter, *http.Request) { <-gate })
	t.Cleanup(func() { close(gate) })
	for _, o := range operations() {
		d := ask(t, server.URL, nil)
		client, err := api.NewInHaste(api.Config{BaseURL: server.URL, PersonalToken: personal, ClientID: clientID, ClientSecret: clientSecret, ClientKey: "k"}, 30*time.Millisecond, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		if e := d.troubleOf(o.ask(context.Background(), client)); e.Kind != api.Slow || e.Undone() {
			t.Errorf("%s: %+v", o.name, e)
		}
		client.Close()
	}
}

func TestWhoDoesNotWaitAnyMoreSaysNothingAboutWise(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	server := wise(t, func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
	d := ask(t, server.URL, nil)
	_, err := d.Transfer(ctx, ada, 1)
	if e := d.troubleOf(err); e.Kind != api.Slow {
		t.Errorf("got %+v", e)
	}
	if h := d.Health(); h.Failures != 0 || h.LastTrouble != nil {
		t.Errorf("health %+v", h)
	}
}

func TestWithNobodyThereNothingWasSent(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	server.Close()
	for _, o := range operations() {
		d := ask(t, server.URL, nil)
		if e := d.troubleOf(o.ask(context.Background(), d.Client)); e.Kind != api.Down || e.Sent || !e.Undone() {
			t.Errorf("%s: %+v", o.name, e)
		}
	}
}

// The simulated Wise fails in its own ways; the client tells them apart too.
func TestTheFailuresOfTheSimulatedWiseAreTold(t *testing.T) {
	s, url := sim(t)
	s.AddTransfer(simserver.Transfer{ID: 1, Profile: adas, Recipient: rita, Status: "processing"})
	for mode, want := range map[simserver.Mode]api.Kind{
		simserver.Down: api.Down, simserver.Unauthorized: api.Refused, simserver.SCA: api.NeedsApproval, simserver.Forbidden: api.Forbidden,
		simserver.Missing: api.NotFound, simserver.Conflict: api.NotAllowed, simserver.TooMany: api.TooMany, simserver.ServerError: api.Down,
		simserver.Garbage: api.Unreadable, simserver.Truncated: api.Unreadable, simserver.WrongTypes: api.Unreadable,
		simserver.Redirect: api.Redirected, simserver.Huge: api.Unreadable,
	} {
		s.Fail(simserver.Failure{Mode: mode, RetryAfter: time.Minute, Paths: []string{"/v1/"}})
		d := ask(t, url, func(cfg *api.Config) { cfg.UserTokens = "" })
		if e := d.trouble(); e.Kind != want {
			t.Errorf("%s: got %v, want %s", mode, e, want)
		}
	}
	for _, one := range simserver.Modes() {
		if one == simserver.Slow {
			continue
		}
		s.Fail(simserver.Failure{Mode: one, RetryAfter: time.Minute, Paths: []string{"/oauth"}})
		d := ask(t, url, func(cfg *api.Config) { cfg.PersonalToken = "" })
		if e := d.trouble(); e.Sent || !e.Undone() {
			t.Errorf("%s of the token: %+v", one, e)
		}
	}
}
