package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// lockedSpellings are spellings of codes that compliance alone may read.
var lockedSpellings = []string{
	"SUSPECTED_FRAUD_AML", "suspected-fraud-compliance", "SuspectedFraudSanctions", "recipient_sanction_hit_request", "REFERENCE_LOCATION_HIT_SUBMISSION",
	"PARTNER_SUSPENDED", "account suspended", "X_SANCTIONS_V2",
}

// lockedLives is one transfer and one user for every spelling, with the code
// wherever Wise could put one, and the paths of their pages.
func lockedLives() (bodies, paths []string) {
	at := ago(time.Hour)
	for i, code := range lockedSpellings {
		id, user := int64(61000+10*i), int64(62000+i)
		resource := func(n int64) string {
			return fmt.Sprintf(`"resource":{"type":"transfer","id":%d,"profile_id":%d,"account_id":5}`, id+n, testProfile)
		}
		failed := func(n int64, code, words string) string {
			return sealed("transfers#payout-failure", "2.0.0", fmt.Sprintf(`{"transfer_id":%d,"profile_id":%d,"failure_reason_code":%q,"failure_description":%q,"occurred_at":%q}`, id+n, testProfile, code, words, at), at)
		}
		bodies = append(bodies,
			failed(0, code, "what Wise says"), failed(1, "OTHER_CODE", "it is "+code),
			sealed("transfers#active-cases", "2.0.0", fmt.Sprintf(`{%s,"active_cases":[%q,"deposit_proof_needed",%q]}`, resource(2), code, strings.ToUpper(code)), at),
			sealed("transfers#state-change", "2.0.0", fmt.Sprintf(`{%s,"current_state":%q,"previous_state":"processing","occurred_at":%q}`, resource(3), code, at), at),
			sealed("transfers#state-change", "2.0.0", fmt.Sprintf(`{%s,"current_state":"processing","previous_state":%q,"occurred_at":%q}`, resource(4), code, at), at),
			sealed("users#state-change", "2.0.0", fmt.Sprintf(`{"resource":{"type":"user","id":%d},"current_state":"WITHDRAW_ONLY","previous_state":%q,"deactivation_type":%q,"deactivation_reason":%q,"occurred_at":%q}`, user, code, code, code, at), at),
			sealed("profiles#state-change", "2.0.0", fmt.Sprintf(`{"resource":{"type":"profile","id":%d},"current_state":%q,"requested_by_customer":false,"occurred_at":%q}`, 63000+int64(i), code, at), at),
			sealed("users#state-change", "2.0.0", fmt.Sprintf(`{"resource":{"type":"user","id":%d},"current_state":%q,"previous_state":"ACTIVE","occurred_at":%q}`, user+100, code, at), at))
		for n := range int64(5) {
			paths = append(paths, fmt.Sprintf("transfers/%d", id+n))
		}
		paths = append(paths, fmt.Sprintf("users/%d", user), fmt.Sprintf("users/%d", user+100), fmt.Sprintf("customers/%d", 63000+i))
	}
	return bodies, paths
}

func TestALockedCodeOfATransferOrAccountStandsOnNoPage(t *testing.T) {
	s := newSite(t)
	bodies, paths := lockedLives()
	s.deliver(bodies...)
	pages, api := looked(nil, len(bodies))
	pages, api = append(pages, "/?show=failed", "/?show=account"), append(api, "/api/v1/events?type=users%23state-change")
	for _, path := range paths {
		pages, api = append(pages, "/"+path), append(api, "/api/v1/"+path)
		if strings.HasPrefix(path, "transfers/") {
			pages = append(pages, "/"+path+"/print", "/"+path+"/print?for=customer")
		}
	}
	for _, role := range []auth.Role{auth.Agent, auth.Lead} {
		browser, token := s.signIn(role), s.token(role)
		for _, path := range pages {
			if text := body(t, browser.get(path)); lockedWord.MatchString(text) {
				t.Errorf("%s as %s says %q", path, role, around(text))
			}
		}
		for _, path := range api {
			if text := body(t, s.call(token, path)); lockedWord.MatchString(text) {
				t.Errorf("%s as %s says %q", path, role, around(text))
			}
		}
	}
}

// TestALockedCodeOfATransferIsHandledByCompliance: that there is something is told.
func TestALockedCodeOfATransferIsHandledByCompliance(t *testing.T) {
	s := newSite(t)
	bodies, paths := lockedLives()
	s.deliver(bodies...)
	agent := s.signIn(auth.Agent)
	for _, path := range paths {
		text := strings.ToLower(agent.page("/" + path).Find("main").Text())
		if !strings.Contains(text, "handled by compliance") && !strings.Contains(text, "handled_by_compliance") && !strings.HasSuffix(path, "1") {
			t.Errorf("%s says %q", path, text)
		}
	}
}
