package web

import (
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// TestARefusedTokenIsExplainedByTheUsersState: on the transfer's, the customer's and
// the user's page.
func TestARefusedTokenIsExplainedByTheUsersState(t *testing.T) {
	for name, c := range map[string]struct {
		events []string
		want   string
	}{
		"deactivated": {[]string{userChanged(testUser, "ACTIVE", "DEACTIVATED", "", ago(5*time.Hour))}, "The account has been deactivated since 21 Nov, and a deactivation kills the user’s tokens. A new one is needed after a reactivation"},
		"active again": {[]string{userChanged(testUser, "ACTIVE", "DEACTIVATED", "", ago(5*time.Hour)), userChanged(testUser, "DEACTIVATED", "ACTIVE", "", ago(4*time.Hour))},
			"they stay dead although it is not deactivated now"},
		"never restricted": {[]string{userChanged(testUser, "WITHDRAW_ONLY", "ACTIVE", "", ago(5*time.Hour))}, "the token was revoked or replaced. The user has to link the account with us anew."},
		"not known":        {nil, "Wise has told us nothing of this user’s account"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newToldSite(t, toldPlan{token: true, linked: true})
			w.deliver(c.events...)
			w.paidOut(90 * time.Minute)
			w.sim.SetUserState(testUser, "DEACTIVATED")
			w.work()
			w.asked()
			for _, path := range []string{testPage, "/customers/16055450", "/users/7788991"} {
				text := testid(w.agent.page(path), "token-refused")
				wants(t, path, text, "Wise refuses the token of user 7788991 (invalid_grant).", c.want, "asked", "21 Nov 2026, 08:00 UTC")
			}
			w.later(3 * time.Hour)
			w.sim.SetUserState(testUser, "ACTIVE")
			w.asked()
			for _, path := range []string{testPage, "/customers/16055450", "/users/7788991"} {
				if text := testid(w.agent.page(path), "token-refused"); text != "" {
					t.Errorf("%s: the token works, and the page says %q", path, text)
				}
			}
		})
	}
}

func TestTheUserOfAProfileComesFromWisesAPI(t *testing.T) {
	w := newToldSite(t, toldPlan{personal: true})
	w.paidOut(90 * time.Minute)
	w.deliver(userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(5*time.Hour)))
	w.work()
	wants(t, "before", testid(w.agent.page("/customers/16055450"), "links"), "Not linked to a user yet", "Wise’s API is being asked whose profile it is.")
	w.settled()
	doc := w.agent.page("/customers/16055450")
	wants(t, "the link", testid(doc, "links"), "7788991", "named by Wise’s API when it was asked", "21 Nov 2026, 08:00 UTC")
	wants(t, "the account", testid(doc, "account-state"), "ithdraw")
	wants(t, "the user's page", testid(w.agent.page("/users/7788991"), "profiles"), "16055450", "named by Wise’s API")
	got := w.fetch(w.token(auth.Agent), "/api/v1/customers/16055450")
	if links := got["links"].([]any); got["user_id"] != float64(testUser) || links[0].(map[string]any)["source"] != "api" {
		t.Errorf("the JSON says user %v by %v", got["user_id"], got["links"])
	}
	w.directory("K-1,Erika Mustermann,,16055450,4711")
	doc = w.agent.page("/customers/16055450")
	wants(t, "the conflict", testid(doc, "links"), "The sources do not agree", "named, but does not count here", "from the directory")
	before := len(w.sim.Requests())
	w.later(48 * time.Hour)
	w.agent.page("/customers/16055450")
	w.settled()
	for _, r := range w.sim.Requests()[before:] {
		if strings.Contains(r.Path, "/profiles/") {
			t.Errorf("the directory knows the user, and Wise was asked for %s", r.Path)
		}
	}
}

// TestWhoseAProfileIsIsAskedFirst: with the token of its user more can be seen than
// with the one for all.
func TestWhoseAProfileIsIsAskedFirst(t *testing.T) {
	w := newToldSite(t, toldPlan{personal: true, token: true})
	w.paidOut(90 * time.Minute)
	w.work()
	w.agent.page(testPage)
	w.settled()
	for _, r := range w.sim.Requests() {
		if !strings.Contains(r.Path, "/profiles/") {
			t.Errorf("before it is known whose the profile is, Wise was asked for %s", r.Path)
		}
	}
	w.agent.page(testPage + "/wise")
	w.settled()
	doc := w.agent.page(testPage)
	wants(t, "the page", testid(doc, "wise-told"), "1,250.00 EUR", "Wise’s estimate, no promise", "••••1234")
	if text := testid(doc, "wise-trouble"); text != "" {
		t.Errorf("the page says %q", text)
	}
}
