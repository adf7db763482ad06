package api_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/reason"
	"transferdesk/internal/wise/api"
)

func TestAllShapesOfAnErrorAreRead(t *testing.T) {
	long := strings.Repeat("ä", 300)
	many := strings.Repeat(`{"code":"c"},`, 9) + `{"code":"c"}`
	for name, test := range map[string]struct {
		body string
		want []api.Detail
	}{
		"a list":                {`{"errors":[{"code":"transfer.cancellation.not.allowed","message":"Too late","path":"status","arguments":["secret"]}]}`, []api.Detail{{Code: "transfer.cancellation.not.allowed", Message: "Too late", Path: "status"}}},
		"OAuth":                 {`{"error":"invalid_grant","error_description":"Invalid refresh token"}`, []api.Detail{{Code: "invalid_grant", Message: "Invalid refresh token"}}},
		"with a time":           {`{"timestamp":"2026-11-21T09:00:00Z","status":404,"error":"Not Found","message":"No message available","path":"/v1/x"}`, []api.Detail{{Code: "Not Found", Message: "No message available", Path: "/v1/x"}}},
		"an exception":          {`{"timestamp":1,"status":500,"exception":"java.lang.X","message":"null","path":"/v1/x"}`, []api.Detail{{Code: "java.lang.X", Message: "null", Path: "/v1/x"}}},
		"of a case":             {`{"error":"Bad Request","message":"Validation failed","timestamp":"t","path":"/cases","errors":[{"field":"subject","message":"too long","rejectedValue":"personal"}]}`, []api.Detail{{Message: "too long", Path: "subject"}, {Code: "Bad Request", Message: "Validation failed", Path: "/cases"}}},
		"numbers for words":     {`{"errors":[{"code":17,"message":null}]}`, []api.Detail{{Code: "17"}}},
		"objects for words":     {`{"error":{"a":1},"message":["x"],"errors":{"code":"c"}}`, nil},
		"a page":                {`<html>`, nil},
		"nothing":               {``, nil},
		"null":                  {`null`, nil},
		"a list of texts":       {`{"errors":["x"]}`, nil},
		"longer than a page":    {`{"error":"` + long + `"}`, []api.Detail{{Code: strings.Repeat("ä", 200) + "…"}}},
		"more than are of use":  {`{"errors":[` + many + `]}`, []api.Detail{{Code: "c"}, {Code: "c"}, {Code: "c"}, {Code: "c"}, {Code: "c"}}},
		"what cannot be seen":   {`{"error":"a\u202eb\u0000c\nd"}`, []api.Detail{{Code: `a\u202eb\x00c\nd`}}},
		"no more than a code":   {`{"errors":[{"code":"x"}],"message":""}`, []api.Detail{{Code: "x"}}},
		"two documents in one":  {`{"error":"x"}{"error":"y"}`, nil},
		"a locked code":         {`{"errors":[{"code":"RECIPIENT_SANCTION_HIT","path":"x"},{"code":"open"}]}`, []api.Detail{{Message: reason.HandledByCompliance}, {Code: "open"}}},
		"locked words":          {`{"error":"blocked","message":"the profile has a RECIPIENT_SANCTION_HIT"}`, []api.Detail{{Message: reason.HandledByCompliance}}},
		"a name in other cases": {`{"Errors":[{"Code":"x"}]}`, nil},
	} {
		server := wise(t, say(400, test.body))
		if diff := cmp.Diff(test.want, ask(t, server.URL, nil).trouble().Details); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestEachKindSaysWhatHappenedAndWhatToDo(t *testing.T) {
	seen := map[string]api.Kind{}
	for _, kind := range []api.Kind{
		api.NotConfigured, api.NoToken, api.GrantRevoked, api.Refused, api.Forbidden, api.NeedsApproval, api.NotFound, api.NotAllowed, api.Invalid,
		api.TooMany, api.Down, api.Slow, api.Paused, api.Unreadable, api.Redirected,
	} {
		text := (&api.Error{Kind: kind}).Text()
		if before, twice := seen[text]; twice {
			t.Errorf("%s says the same as %s", kind, before)
		}
		seen[text] = kind
		if strings.Count(text+" ", ". ") < 2 || strings.Contains(text, string(kind)+"_") {
			t.Errorf("%s says %q", kind, text)
		}
	}
	if got := (&api.Error{Kind: "newer"}).Text(); seen[got] == "" {
		t.Errorf("a kind that nobody knows says %q", got)
	}
}

func TestOnlyAClearRefusalOrNothingSentIsCertain(t *testing.T) {
	for _, test := range []struct {
		e    api.Error
		want bool
	}{
		{api.Error{Kind: api.NoToken}, true},
		{api.Error{Kind: api.Paused}, true},
		{api.Error{Kind: api.Down}, true},
		{api.Error{Kind: api.Down, Sent: true}, false},
		{api.Error{Kind: api.Slow, Sent: true}, false},
		{api.Error{Kind: api.Slow, Sent: true, Status: 408}, false},
		{api.Error{Kind: api.Unreadable, Sent: true, Status: 200}, false},
		{api.Error{Kind: api.Redirected, Sent: true, Status: 303}, false},
		{api.Error{Kind: api.Down, Sent: true, Status: 500}, false},
		{api.Error{Kind: api.NotAllowed, Sent: true, Status: 409}, true},
		{api.Error{Kind: api.Invalid, Sent: true, Status: 422}, true},
		{api.Error{Kind: api.Invalid, Sent: true}, false},
		{api.Error{Kind: api.TooMany, Sent: true, Status: 429}, true},
		{api.Error{Kind: api.NeedsApproval, Sent: true, Status: 403}, true},
		{api.Error{Kind: api.GrantRevoked, Sent: true, Status: 401}, true},
	} {
		if got := test.e.Undone(); got != test.want {
			t.Errorf("%+v: undone %v, want %v", test.e, got, test.want)
		}
	}
}

func TestAnErrorIsForLogs(t *testing.T) {
	server := wise(t, say(403, `{"errors":[{"code":"x","message":"Jane Smith, jane@example.com"}]}`))
	_, err := ask(t, server.URL, nil).Cancel(context.Background(), ada, 17)
	wrapped := fmt.Errorf("cancelling: %w", err)
	e := api.TroubleOf(wrapped)
	if e == nil || strings.Contains(err.Error(), "Jane") || strings.Contains(e.Text(), "Jane") {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{"cancel transfer 17", "forbidden", "403", "trace-1", e.Correlation} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q lacks %s", err, want)
		}
	}
	if api.TroubleOf(errors.New("another")) != nil || api.TroubleOf(nil) != nil {
		t.Error("what is no trouble is taken for it")
	}
}

func TestRetryAfterIsReadInBothForms(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"120": 2 * time.Minute, "0": 0, "-5": 0, "soon": 0, "": 0, "999999": time.Hour, "99999999999999999999": 0, " 7 ": 7 * time.Second,
		start.Add(90 * time.Second).Format(http.TimeFormat): 90 * time.Second, start.Add(-time.Hour).Format(http.TimeFormat): 0,
	} {
		server := wise(t, say(503, "", "Retry-After", text))
		if got := ask(t, server.URL, func(cfg *api.Config) { cfg.UserTokens = "" }).trouble().RetryAfter; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
