package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// prose is a text with at least two words; a code, an id, a time or an amount has one.
var prose = regexp.MustCompile(`\pL[^\s]* [^\s]*\pL`)

// unaddressed lists the texts of a JSON answer of which nobody can tell for whom they
// are: objects and lists of any depth, whatever their names.
func unaddressed(value any, path string) (found []string) {
	switch v := value.(type) {
	case []any:
		for i, item := range v {
			found = append(found, unaddressed(item, fmt.Sprintf("%s[%d]", path, i))...)
		}
	case map[string]any:
		for name, inner := range v {
			found = append(found, unaddressed(inner, path+"."+name)...)
			if holdsProse(inner) {
				found = append(found, addressed(v, name, path)...)
			}
		}
		if all, ok := v["audiences"].(map[string]any); ok {
			for name := range all {
				if _, there := v[name].(string); !there {
					found = append(found, path+".audiences names "+name+", which is no text there")
				}
			}
		}
	}
	return found
}

// holdsProse says whether a field is a text, or a list of texts, for people.
func holdsProse(value any) bool {
	switch v := value.(type) {
	case string:
		return prose.MatchString(v)
	case []any:
		for _, item := range v {
			if text, ok := item.(string); ok && prose.MatchString(text) {
				return true
			}
		}
	}
	return false
}

// addressed says what is wrong with the audience of one text. Only what is made for a
// customer, or was told to one, may be for a customer.
func addressed(object map[string]any, name, path string) []string {
	audience, _ := object["audience"].(string)
	if all, ok := object["audiences"].(map[string]any); ok {
		audience, _ = all[name].(string)
	}
	if name == "rests_also_on" {
		audience = "desk" // beside a sentence, for whomever that is: the contract says so
	}
	switch {
	case audience == "customer" && (name == "customer_text" || strings.HasSuffix(path, ".told") || object["kind"] == "customer_told" || object["part"] == "customer_text"):
		return nil
	case audience == "customer", name == "customer_text":
		return []string{fmt.Sprintf("%s.%s is for %q", path, name, audience)}
	case audience == "desk", audience == "compliance":
		return nil
	}
	return []string{fmt.Sprintf("%s.%s has no audience: %.60q", path, name, object[name])}
}

// TestEveryTextOfTheJSONSaysForWhomItIs walks every answer of the API whatever its
// shape, so that a field that is added later cannot forget it.
func TestEveryTextOfTheJSONSaysForWhomItIs(t *testing.T) {
	s := newSite(t)
	s.problems()
	lives, paths := lockedLives()
	locked, things := lockedBodies()
	s.deliver(lives...)
	s.deliver(locked...)
	s.deliver(wholeCustomer()...)
	s.deliver(`not json`, payoutFailure(106, "A_NEW_CODE", "Wise's own words", ago(time.Hour)), userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(48*time.Hour)))
	agent := s.signIn(auth.Agent)
	text := box(agent, "/transfers/101").Find("[data-testid=customer-text]").Text()
	agent.submit("/transfers/101/tellings", map[string][]string{"text": {text}})
	var all []string
	for _, path := range append(paths, "transfers/101", "transfers/102", "transfers/103", "transfers/105", "transfers/106", "transfers/999", "transfers/x",
		"customers/16055450", "customers/1", "users/7788991", "users/1", "search?q=101", "search?q=16055450+7788991+nothing+here", "search",
		"bounced", "bounced?stage=x", "events", "events?status=quarantined", "events/1", "events/2", "events/20", "events/99999",
		"activity/card/"+testCard, "activity/swift_credit/12346", "activity/settlement/TPFB2222222", "activity/card/none") {
		all = append(all, "/api/v1/"+path)
	}
	for _, thing := range things {
		all = append(all, "/api/v1/activity/"+thing)
	}
	texts, seen := 0, map[string]bool{}
	for _, role := range []auth.Role{auth.Agent, auth.Lead} {
		token := s.token(role)
		for _, path := range all {
			var value any
			raw := body(t, s.call(token, path))
			if err := json.Unmarshal([]byte(raw), &value); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			for _, wrong := range unaddressed(value, "") {
				t.Errorf("%s%s", path, wrong)
			}
			texts += len(prose.FindAllString(raw, -1))
			for _, audience := range []string{"desk", "customer", "compliance"} {
				seen[audience] = seen[audience] || strings.Contains(raw, `"`+audience+`"`)
			}
		}
	}
	if texts < 1000 || len(seen) != 3 || !seen["desk"] || !seen["customer"] || !seen["compliance"] {
		t.Errorf("%d texts were looked at, for %v", texts, seen)
	}
}

// TestWhatIsWithheldIsForCompliance: the texts beside it say no more, and say so.
func TestWhatIsWithheldIsForCompliance(t *testing.T) {
	s := newSite(t)
	s.deliver(lockedFailure(), activeCases(testTransfer, ago(4e12), "REFERENCE_LOCATION_HIT", "deposit_proof_needed"))
	got := s.fetch(s.token(auth.Agent), "/api/v1/transfers/49983981")
	first := func(list string, i int) string { return got[list].([]any)[i].(map[string]any)["audience"].(string) }
	if first("failures", 0) != "compliance" || first("timeline", 0) != "compliance" {
		t.Errorf("the failure is for %s, the timeline for %s", first("failures", 0), first("timeline", 0))
	}
	for _, c := range got["active_cases"].([]any) {
		c := c.(map[string]any)
		if want := map[bool]string{true: "desk", false: "compliance"}[c["code"] == "deposit_proof_needed"]; c["audience"] != want {
			t.Errorf("the case %v is for %v, want %s", c["code"], c["audience"], want)
		}
	}
	event := s.fetch(s.token(auth.Lead), "/api/v1/events/1")
	if event["audience"] != "compliance" {
		t.Errorf("the event is for %v", event["audience"])
	}
	if answer := s.call(s.token(auth.Admin), "/api/v1/events/2"); answer.StatusCode != http.StatusOK {
		t.Errorf("the second event: %d", answer.StatusCode)
	}
}
