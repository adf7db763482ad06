package web

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"transferdesk/internal/auth"
)

// restricted delivers a customer who can withdraw only, with one transfer that waits,
// one in process, one that came back, and two that are over.
func (s *site) restricted() {
	s.t.Helper()
	at := func(hours int) string { return ago(time.Duration(hours) * time.Hour) }
	bodies := []string{
		stateChange(101, "", "incoming_payment_waiting", at(30)),
		stateChange(102, "", "incoming_payment_waiting", at(40)), stateChange(102, "incoming_payment_waiting", "processing", at(39)),
		stateChange(105, "", "incoming_payment_waiting", at(60)), stateChange(105, "incoming_payment_waiting", "cancelled", at(50)),
		userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", at(20)),
	}
	bodies = append(append(bodies, bouncedLife(103)...), refundedLife(104)...)
	s.deliver(bodies...)
	s.directory(`C-17,Erika,erika@example.com,16055450,7788991`)
}

// flying reads the transfers still on their way off a page: id and what it means.
func flying(doc *goquery.Document) string {
	var all []string
	doc.Find(`[data-testid="in-flight"] tbody tr`).Each(func(_ int, row *goquery.Selection) {
		all = append(all, folded(row.Find("th a").First().Text())+": "+folded(row.Find(`[data-testid="means"]`).Text()))
	})
	return strings.Join(all, "\n")
}

// TestARestrictedCustomersTransfersOnTheirWay: on the customer's and the user's page,
// in the JSON of both, and counted on each transfer's own page.
func TestARestrictedCustomersTransfersOnTheirWay(t *testing.T) {
	s := newSite(t)
	s.restricted()
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	want := strings.Join([]string{
		"101: It cannot be funded from an outside bank any more.",
		"102: It is in process and goes on.",
		"103: Where a refund would go is not documented: open a case with Wise.",
	}, "\n")
	for _, path := range []string{testCustomer, "/users/7788991"} {
		if got := flying(agent.page(path)); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
		}
		whole := s.fetch(token, "/api/v1"+path)
		flights, _ := whole["in_flight"].(map[string]any)
		var got []string
		for _, one := range flights["transfers"].([]any) {
			one := one.(map[string]any)
			got = append(got, fmt.Sprintf("%.0f: %s", one["transfer_id"], one["means"]))
			if one["answer"].(map[string]any)["headline"] == "" {
				t.Errorf("%s: no answer: %v", path, one)
			}
		}
		if strings.Join(got, "\n") != want || flights["all"] != 3.0 {
			t.Errorf("%s: the JSON has %v: %s", path, flights["all"], strings.Join(got, "\n"))
		}
		if flag := flagOf(whole, "account_restricted"); flag == nil || !strings.Contains(flag["text"].(string), "3 transfers are still on their way under this restriction.") || flag["audience"] != "desk" {
			t.Errorf("%s: the flag is %v", path, flag)
		}
	}
	for path, want := range map[string]string{
		"/transfers/104": "3 other transfers are still on their way under this restriction.",
		"/transfers/101": "It cannot be funded from an outside bank any more. 2 other transfers are still on their way",
		"/transfers/102": "It is in process and goes on. 2 other transfers are still on their way",
		"/transfers/103": "Where a refund would go is not documented: open a case with Wise. 2 other transfers are still on their way",
	} {
		if got := folded(agent.page(path).Find("ul.strips").First().Text()); !strings.Contains(got, want) {
			t.Errorf("%s: the strip says %q, want %q", path, got, want)
		}
	}
}

// TestNobodyRestrictedIsNotCounted: neither on the pages nor in the JSON, where null is
// not "none"; and back to ACTIVE the end is void.
func TestNobodyRestrictedIsNotCounted(t *testing.T) {
	s := newSite(t)
	s.restricted()
	s.deliver(userChanged(testUser, "WITHDRAW_ONLY", "ACTIVE", "", ago(time.Hour)))
	agent, token := s.signIn(auth.Agent), s.token(auth.Agent)
	for _, path := range []string{testCustomer, "/users/7788991"} {
		page := agent.page(path)
		if n := page.Find(`[data-testid="in-flight"]`).Length(); n != 0 || strings.Contains(page.Text(), "90 days end") {
			t.Errorf("%s still shows what the restriction means", path)
		}
		whole := s.fetch(token, "/api/v1"+path)
		if whole["in_flight"] != nil || flagOf(whole, "account_restricted") != nil {
			t.Errorf("%s: %v, %v", path, whole["in_flight"], whole["flags"])
		}
	}
}

// TestARestrictionOfOneUserIsNotTheCompanys: the customer has two users, and one of
// them is restricted.
func TestARestrictionOfOneUserIsNotTheCompanys(t *testing.T) {
	s := newSite(t)
	s.restricted()
	s.directory(`C-17,Erika,erika@example.com,16055450,7788991`, `C-18,Erik,erik@example.com,16055450,7788992`)
	const want = "It is of this one user: the profile has 2 users, and the others are not restricted by it."
	page := s.signIn(auth.Agent).page(testCustomer)
	if got := testid(page, "account-note"); got != want {
		t.Errorf("the page says %q", got)
	}
	if flag := flagOf(s.fetch(s.token(auth.Agent), "/api/v1"+testCustomer), "account_restricted"); flag == nil || !strings.HasSuffix(flag["text"].(string), want) {
		t.Errorf("the flag is %v", flag)
	}
}

// TestTheChecksOfACustomerAreFlags: the verification that holds payments, and sources
// that do not agree.
func TestTheChecksOfACustomerAreFlags(t *testing.T) {
	s := newSite(t)
	s.deliver(verification("not_verified", ago(time.Hour)), supportCase(7, "GENERAL_ENQUIRY", "OPEN", ago(time.Hour)))
	s.directory(`C-17,Erika,erika@example.com,16055450,9`)
	whole := s.fetch(s.token(auth.Agent), "/api/v1"+testCustomer)
	for code, want := range map[string]string{"verification_open": "erif", "link_conflict": "The sources do not agree on who this customer is"} {
		if flag := flagOf(whole, code); flag == nil || !strings.Contains(flag["text"].(string), want) || len(flag["evidence"].([]any)) == 0 || flag["since"] == nil {
			t.Errorf("%s: %v in %v", code, flag, whole["flags"])
		}
	}
}

// TestOfManyOnTheirWayTheFirstAreShown: and it is said how many more there are.
func TestOfManyOnTheirWayTheFirstAreShown(t *testing.T) {
	s := newSite(t)
	s.restricted()
	var bodies []string
	for id := range int64(22) {
		bodies = append(bodies, stateChange(1000+id, "", "incoming_payment_waiting", ago(30*time.Hour)))
	}
	s.deliver(bodies...)
	page := s.signIn(auth.Agent).page("/users/7788991")
	if n := page.Find(`[data-testid="in-flight"] tbody tr`).Length(); n != 20 || !strings.Contains(testid(page, "in-flight"), "And 5 more.") {
		t.Errorf("%d are shown: %s", n, testid(page, "in-flight"))
	}
	flights := s.fetch(s.token(auth.Agent), "/api/v1/users/7788991")["in_flight"].(map[string]any)
	if n := len(flights["transfers"].([]any)); n != 20 || flights["all"] != 25.0 {
		t.Errorf("the JSON has %d of %v", n, flights["all"])
	}
}
