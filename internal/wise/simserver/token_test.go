package simserver_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/wise/simserver"
)

func TestAnAccessTokenLivesTwelveHours(t *testing.T) {
	s := open(t, nil)
	token := s.user("ada-1")
	s.pass(12*time.Hour - time.Second)
	if got := s.ask(token, http.MethodGet, "/v2/profiles/601", ""); got.status != 200 {
		t.Errorf("before: %d", got.status)
	}
	s.pass(time.Second)
	if got := s.ask(token, http.MethodGet, "/v2/profiles/601", ""); got.status != 401 || !strings.Contains(got.body, "invalid_token") {
		t.Errorf("after: %d %s", got.status, got.body)
	}
}

func TestARefreshTokenIsExchangedForTheNextOne(t *testing.T) {
	for _, twice := range []bool{false, true} {
		s := open(t, func(o *simserver.Options) { o.RefreshTwice = twice })
		next := s.exchange("client", "secret", "grant_type=refresh_token&refresh_token=ada-1").text(t, "refresh_token")
		if next == "ada-1" || next == "" {
			t.Errorf("the next is %q", next)
		}
		var got []int
		for _, token := range []string{"ada-1", "ada-1", next} {
			got = append(got, s.exchange("client", "secret", "grant_type=refresh_token&refresh_token="+token).status)
		}
		want := [3]int{401, 401, 200}
		if twice {
			want[0] = 200
		}
		if [3]int(got) != want {
			t.Errorf("old, old, next (usable twice: %v): %v, want %v", twice, got, want)
		}
	}
}

func TestWhatIsWrongWithAGrantIsToldApart(t *testing.T) {
	s := open(t, nil)
	const grant = "grant_type=client_credentials"
	tests := []struct {
		name, id, secret, grant string
		status                  int
		code                    string
	}{
		{"a wrong secret", "client", "guess", grant, 401, "invalid_client"},
		{"a wrong id", "stranger", "secret", grant, 401, "invalid_client"},
		{"an unknown refresh token", "client", "secret", "grant_type=refresh_token&refresh_token=x", 401, "invalid_grant"},
		{"an unknown grant", "client", "secret", "grant_type=password", 400, "unsupported_grant_type"},
		{"a form that cannot be read", "client", "secret", "grant_type=%zz", 400, "invalid_request"},
	}
	for _, test := range tests {
		got := s.exchange(test.id, test.secret, test.grant)
		if got.status != test.status || got.text(t, "error") != test.code || strings.Contains(got.body, "guess") {
			t.Errorf("%s: %d %s, want %d %s", test.name, got.status, got.body, test.status, test.code)
		}
	}
	if got := open(t, func(o *simserver.Options) { o.ClientID, o.ClientSecret = "", "" }).exchange("", "", grant); got.status != 401 {
		t.Errorf("without an application: %d", got.status)
	}
}

func TestADeactivatedUsersTokensAreDeadUntilTheUserIsActiveAgain(t *testing.T) {
	s := open(t, nil)
	token := s.user("ada-1")
	next := s.exchange("client", "secret", "grant_type=refresh_token&refresh_token=bob-1").text(t, "refresh_token")
	s.SetUserState(ada, "DEACTIVATED")
	s.SetUserState(bob, "DEACTIVATED")
	if got := s.ask(token, http.MethodGet, "/v2/profiles/601", ""); got.status != 401 {
		t.Errorf("the access token: %d", got.status)
	}
	got := s.exchange("client", "secret", "grant_type=refresh_token&refresh_token="+next)
	if got.status != 401 || got.text(t, "error") != "invalid_grant" {
		t.Errorf("the refresh token: %d %s", got.status, got.body)
	}
	if got := s.ask("personal", http.MethodGet, "/v1/users/501", ""); got.text(t, "active") != "false" {
		t.Errorf("the user: %s", got.body)
	}
	s.SetUserState(bob, "ACTIVE")
	if got := s.exchange("client", "secret", "grant_type=refresh_token&refresh_token="+next); got.status != 200 {
		t.Errorf("the refresh token afterwards: %d %s", got.status, got.body)
	}
}

func TestAPersonalTokenOfAUserSeesThatUserAlone(t *testing.T) {
	s := open(t, func(o *simserver.Options) { o.PersonalUser = ada })
	if got := s.ask("personal", http.MethodGet, "/v2/profiles/601", ""); got.status != 200 {
		t.Errorf("own: %d", got.status)
	}
	if got := s.ask("personal", http.MethodGet, "/v2/profiles/602", ""); got.status != 404 {
		t.Errorf("another's: %d", got.status)
	}
	if got := s.ask("personal", http.MethodGet, "/v1/users/502", ""); got.status != 403 {
		t.Errorf("another user: %d", got.status)
	}
	if got := s.ask("personal", http.MethodGet, "/v1/me", ""); got.text(t, "id") != "501" {
		t.Errorf("me: %s", got.body)
	}
}
