package simserver_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestAPersonChangesTheWorldWhileItRuns(t *testing.T) {
	s := open(t, nil)
	s.AddTransfer(one(1, "processing"))
	server := httptest.NewServer(s.Controls())
	t.Cleanup(server.Close)
	s.url = server.URL
	steps := []struct {
		method, path, body string
		status             int
		then               int // what the transfer's own address answers afterwards
	}{
		{"POST", "/_sim/transfers/1/status", `{"status":"funds_converted","silently":true}`, 204, 200},
		{"POST", "/_sim/transfers/2/status", `{"status":"funds_converted"}`, 404, 200},
		{"POST", "/_sim/transfers/x/status", `{"status":"funds_converted"}`, 400, 200},
		{"POST", "/_sim/transfers/1/status", `{}`, 400, 200},
		{"POST", "/_sim/transfers/1/cases", `{"cases":["deposit_proof_needed"]}`, 204, 200},
		{"PUT", "/_sim/failure", `{"mode":"too_many","retry_after":"3s","times":1}`, 204, 429},
		{"PUT", "/_sim/failure", `{"mode":"server_error"}`, 204, 500},
		{"PUT", "/_sim/failure", `{"mode":"melted"}`, 400, 500},
		{"PUT", "/_sim/failure", `{"mode":"slow","delay":"soon"}`, 400, 500},
		{"PUT", "/_sim/failure", `{}`, 204, 200},
		{"POST", "/_sim/users/501/state", `{"state":"DEACTIVATED"}`, 204, 200},
	}
	for _, step := range steps {
		if got := s.ask("", step.method, step.path, step.body); got.status != step.status {
			t.Errorf("%s %s: %d %s", step.path, step.body, got.status, got.body)
		}
		if got := s.ask("personal", http.MethodGet, "/v1/transfers/1", ""); got.status != step.then {
			t.Errorf("after %s %s: %d %s", step.path, step.body, got.status, got.body)
		}
	}
	got := s.ask("personal", http.MethodGet, "/v1/transfers/1", "")
	if got.text(t, "status") != "funds_converted" || got.text(t, "hasActiveIssues") != "true" {
		t.Errorf("in the end: %s", got.body)
	}
	if got := s.exchange("client", "secret", "grant_type=refresh_token&refresh_token=ada-1"); got.status != 401 {
		t.Errorf("the user: %d", got.status)
	}
}
