package web

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/auth"
)

// standing is who decides in the JSON, and what each side says.
func standing(account map[string]any) []any {
	return []any{account["of"], account["state"], account["user_state"], account["profile_state"], account["deactivation_reason"]}
}

// TestOfUserAndProfileTheStricterDecides: both are shown, on the pages and in the JSON.
func TestOfUserAndProfileTheStricterDecides(t *testing.T) {
	s := newSite(t)
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	account := func() map[string]any {
		return s.fetch(token, "/api/v1/customers/16055450")["account"].(map[string]any)
	}
	s.deliver(append(bouncedLife(testTransfer), profileState("VIEW_ONLY", ago(time.Hour)))...)
	if diff := cmp.Diff([]any{"profile", "VIEW_ONLY", nil, "VIEW_ONLY", nil}, standing(account())); diff != "" {
		t.Errorf("no user is linked (-want +got):\n%s", diff)
	}
	for _, path := range []string{testCustomer, "/transfers/49983981"} {
		if got := folded(agent.page(path).Find(`[data-testid="account-state"]`).Text()); !strings.Contains(got, "The profile has been view only") || !strings.Contains(got, "not linked to a Wise user yet") {
			t.Errorf("%s, no user is linked: got %q", path, got)
		}
	}
	s.deliver(userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(2*time.Hour)))
	s.directory(`C-17,Erika,erika@example.com,16055450,7788991`)
	if diff := cmp.Diff([]any{"profile", "VIEW_ONLY", "WITHDRAW_ONLY", "VIEW_ONLY", nil}, standing(account())); diff != "" {
		t.Errorf("the profile is stricter (-want +got):\n%s", diff)
	}
	if n := len(account()["history"].([]any)); n != 1 {
		t.Errorf("the profile was in one state, and the history has %d", n)
	}
	for _, path := range []string{testCustomer, "/transfers/49983981"} {
		text := folded(agent.page(path).Find("main").Text())
		view, withdraw := strings.Index(text, "The profile has been view only"), strings.LastIndex(text, "Can withdraw only: the 90 days end")
		if view < 0 || withdraw < view || !strings.Contains(text, "The stricter counts.") {
			t.Errorf("%s: the profile's state at %d, the user's at %d: %s", path, view, withdraw, text)
		}
	}
	if got := testid(agent.page("/users/7788991"), "profiles"); !strings.Contains(got, "View only") || !strings.Contains(got, "The stricter counts.") {
		t.Errorf("the user's page says of the profile: %q", got)
	}
	s.deliver(profileState("ACTIVE", ago(time.Minute)))
	if diff := cmp.Diff([]any{"user", "WITHDRAW_ONLY", "WITHDRAW_ONLY", "ACTIVE", nil}, standing(account())); diff != "" {
		t.Errorf("the user is stricter (-want +got):\n%s", diff)
	}
}
