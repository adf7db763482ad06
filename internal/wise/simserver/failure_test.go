package simserver_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/wise/simserver"
)

func TestRequestsFailAsTheyAreTold(t *testing.T) {
	tests := map[simserver.Mode]struct {
		status int
		inBody string
		header string
		value  string
	}{
		simserver.Unauthorized: {401, "invalid_token", "", ""},
		simserver.SCA:          {403, "forbidden", "X-2fa-Approval-Result", "REJECTED"},
		simserver.Forbidden:    {403, "forbidden", "X-2fa-Approval-Result", ""},
		simserver.Missing:      {404, "Not Found", "", ""},
		simserver.Conflict:     {409, "transfer.cancellation.not.allowed", "", ""},
		simserver.TooMany:      {429, "Too many", "Retry-After", "7"},
		simserver.ServerError:  {500, "Internal Server Error", "", ""},
		simserver.Redirect:     {302, "", "Location", "https://elsewhere.invalid/"},
		simserver.Garbage:      {200, "<html>", "", ""},
		simserver.Slow:         {200, `"id":1`, "", ""},
		simserver.WrongTypes:   {200, `"id":{"number":"twelve"}`, "", ""},
	}
	for mode, want := range tests {
		s := open(t, nil)
		s.AddTransfer(one(1, "processing"))
		s.Fail(simserver.Failure{Mode: mode, Delay: time.Millisecond, RetryAfter: 7 * time.Second})
		got := s.ask("personal", http.MethodGet, "/v1/transfers/1", "")
		if got.status != want.status || !strings.Contains(got.body, want.inBody) || got.header.Get(want.header) != want.value || got.header.Get("X-Trace-Id") == "" {
			t.Errorf("%s: %d %v %s", mode, got.status, got.header, got.body)
		}
		if mode == simserver.Garbage && json.Valid([]byte(got.body)) {
			t.Errorf("%s is JSON", got.body)
		}
		s.Fail(simserver.Failure{})
		if got := s.ask("personal", http.MethodGet, "/v1/transfers/1", ""); got.status != 200 {
			t.Errorf("after %s: %d", mode, got.status)
		}
	}
}

func TestAConnectionThatIsClosedAndABodyThatIsCutAreErrors(t *testing.T) {
	s := open(t, nil)
	s.AddTransfer(one(1, "outgoing_payment_sent"))
	s.Fail(simserver.Failure{Mode: simserver.Down})
	if _, err := s.try("personal", http.MethodGet, "/v1/transfers/1", ""); err == nil {
		t.Error("down: it was answered")
	}
	s.Fail(simserver.Failure{Mode: simserver.Truncated})
	for _, path := range []string{"/v1/transfers/1", "/v1/transfers/1/receipt.pdf"} {
		got, err := s.try("personal", http.MethodGet, path, "")
		if !errors.Is(err, io.ErrUnexpectedEOF) || got.body == "" {
			t.Errorf("%s: %v, %d bytes", path, err, len(got.body))
		}
	}
}

func TestAHugeBodyHasNoEnd(t *testing.T) {
	s := open(t, nil)
	s.AddTransfer(one(1, "processing"))
	s.Fail(simserver.Failure{Mode: simserver.Huge})
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"/v1/transfers/1", nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	if n, err := io.CopyN(io.Discard, res.Body, 4<<20); n != 4<<20 || err != nil {
		t.Errorf("%d bytes, %v", n, err)
	}
}

func TestAFailureHasPathsABeginningAndAnEnd(t *testing.T) {
	s := open(t, nil)
	s.AddTransfer(one(1, "processing"))
	s.Fail(simserver.Failure{Mode: simserver.ServerError, Paths: []string{"/transfers"}, After: 1, Times: 2})
	var got []int
	for _, path := range []string{"/v1/transfers/1", "/v2/profiles", "/v1/transfers/1", "/v2/profiles", "/2026Q3/transfers", "/v1/transfers/1"} {
		got = append(got, s.ask("personal", http.MethodGet, path, "").status)
	}
	if want := [6]int{200, 200, 500, 200, 500, 200}; [6]int(got) != want {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestAServerErrorComesInFourShapes(t *testing.T) {
	s := open(t, nil)
	for shape, field := range map[string]string{
		simserver.ShapeErrors: "errors", simserver.ShapeOAuth: "error_description", simserver.ShapeStatus: "timestamp", simserver.ShapeException: "exception",
	} {
		s.Fail(simserver.Failure{Mode: simserver.ServerError, Shape: shape})
		if got := s.ask("personal", http.MethodGet, "/v1/me", ""); got.status != 500 || got.read(t)[field] == nil {
			t.Errorf("%s: %d %s", shape, got.status, got.body)
		}
	}
}

func TestRequestsAreRememberedAndLimited(t *testing.T) {
	s := open(t, func(o *simserver.Options) { o.Limits = true })
	for i := range 100 {
		if got := s.ask("personal", http.MethodGet, "/v1/me?n=1", ""); got.status != 200 {
			t.Fatalf("request %d: %d", i+1, got.status)
		}
	}
	got := s.ask("personal", http.MethodGet, "/v1/me", "")
	if got.status != 429 || got.header.Get("Retry-After") != "1" || got.header.Get("X-Rate-Limited-By") == "" {
		t.Errorf("one too many in a second: %d %v", got.status, got.header)
	}
	for range 9 {
		s.pass(time.Second)
		for range 100 {
			s.ask("personal", http.MethodGet, "/v1/me", "")
		}
	}
	s.pass(time.Second)
	if got := s.ask("personal", http.MethodGet, "/v1/me", ""); got.status != 429 || got.header.Get("Retry-After") != "50" {
		t.Errorf("one too many in a minute: %d %v", got.status, got.header)
	}
	s.pass(50 * time.Second)
	if got := s.ask("personal", http.MethodGet, "/v1/me", ""); got.status != 200 {
		t.Errorf("a minute later: %d", got.status)
	}
	all := s.Requests()
	if first := all[0]; len(all) != 1003 || first.Path != "/v1/me" || first.Query.Get("n") != "1" || first.Header.Get("Authorization") != "Bearer personal" {
		t.Errorf("%d requests, the first %v", len(all), first)
	}
}
