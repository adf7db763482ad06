package web

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/auth"
)

// lockedCodes are those that compliance alone may read, by the tables of the cards
// and of the support cases.
var lockedDeclines = []string{"SUSPECTED_FRAUD_AML", "SUSPECTED_FRAUD_COMPLIANCE", "SUSPECTED_FRAUD_SANCTIONS", "CARD_PARTNER_SUSPENDED", "ACCOUNT_SUSPENDED"}

var lockedMessages = []string{
	"RECIPIENT_SANCTION_HIT_REQUEST", "REFERENCE_SANCTION_HIT_REQUEST", "RECIPIENT_LOCATION_HIT_REQUEST", "REFERENCE_LOCATION_HIT_SUBMISSION",
}

// lockedWord finds what must stand on no page, however it is spelt.
var lockedWord = regexp.MustCompile(`(?i)sanction|location.?hit|partner.?suspended|suspected.?fraud|account.?suspended`)

// supportMessage is a case of version 5.0.0 in which somebody wrote.
func supportMessage(id int64, kind, sub, message, at string) string {
	return sealed("partner-support#case-changed", "5.0.0", fmt.Sprintf(
		`{"resource":{"id":%d,"profileId":%d,"status":"WAITING_CUSTOMER_INPUT","externalId":"x-%d","createdAt":%q,"updatedAt":%q,"type":%q,"subType":%q,"reference":{"type":"TRANSFER","referenceId":"%d"},"messages":[{"id":"5f0e2c1a-0000-4000-8000-%012d","caseId":%d,"createdAt":%q,"type":%q,"author":"WISE_AGENT"}]}}`,
		id, testProfile, id, at, at, kind, sub, testTransfer, id, id, at, message), at)
}

// lockedBodies is one thing for every locked code, and the paths of their pages.
func lockedBodies() (bodies, paths []string) {
	at := ago(time.Hour)
	for i, code := range lockedDeclines {
		id := int64(7000 + 2*i)
		detailed := strings.Replace(cardTransaction(id+1, "DECLINED", "DECLINED", "Shop", at), `"decline_reason"`, fmt.Sprintf(`"detailed_decline_reason":%q,"decline_reason"`, code), 1)
		bodies = append(bodies, cardTransaction(id, "DECLINED", code, "Shop", at), detailed)
		paths = append(paths, fmt.Sprintf("card_transaction/%d", id), fmt.Sprintf("card_transaction/%d", id+1))
	}
	bodies = append(bodies, cardStatus("locked-card", "PARTNER_SUSPENDED", at),
		cardStatus("lifted-card", "PARTNER_SUSPENDED", ago(2*time.Hour)), cardStatus("lifted-card", "ACTIVE", at),
		cardStatus("lower-card", "partner_suspended", at))
	paths = append(paths, "card/locked-card", "card/lifted-card", "card/lower-card")
	for i, message := range lockedMessages {
		id := int64(8000 + 3*i)
		bodies = append(bodies, supportMessage(id, "OTHER", "OTHER", message, at), supportMessage(id+1, "OTHER", strings.TrimSuffix(message, "_REQUEST"), "FREEFORM", at))
		paths = append(paths, fmt.Sprintf("support_case/%d", id), fmt.Sprintf("support_case/%d", id+1))
	}
	bodies = append(bodies, supportCase(8100, "SANCTIONS", "PENDING", at), supportMessage(8101, "SANCTIONS", "OTHER", "FREEFORM", at))
	return bodies, append(paths, "support_case/8100", "support_case/8101")
}

// looked are all pages and JSON on which a locked thing could show.
func looked(paths []string, deliveries int) (pages, api []string) {
	pages = []string{"/", "/?show=cases", "/customers/16055450", "/transfers/49983981", "/transfers/49983981/print", "/settlements", "/events", "/bounced", "/cases", "/cases?turn=us", "/transfers/49983981/case", "/transfers/49983981/cancel",
		"/customers/16055450/activity?kind=card", "/customers/16055450/activity?kind=card_transaction", "/customers/16055450/activity?kind=support_case"}
	api = []string{"/api/v1/customers/16055450", "/api/v1/transfers/49983981", "/api/v1/events", "/api/v1/bounced"}
	for _, path := range paths {
		pages, api = append(pages, "/activity/"+path), append(api, "/api/v1/activity/"+path)
		if id, isCase := strings.CutPrefix(path, "support_case/"); isCase {
			pages = append(pages, "/cases/"+id)
		}
	}
	for _, q := range []string{"8000", "8100", "locked-card", "16055450", "49983981"} {
		pages, api = append(pages, "/search?q="+url.QueryEscape(q)), append(api, "/api/v1/search?q="+url.QueryEscape(q))
	}
	for id := range deliveries {
		pages = append(pages, fmt.Sprintf("/events/%d", id+1))
	}
	return pages, api
}

func TestWhatIsLockedStandsOnNoPage(t *testing.T) {
	s := newSite(t)
	bodies, paths := lockedBodies()
	s.deliver(append(bouncedLife(testTransfer), bodies...)...)
	pages, api := looked(paths, len(bodies)+7)
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

// TestTheThingsBehindTheLockAreThere: the test above would find nothing on pages
// that show nothing.
func TestTheThingsBehindTheLockAreThere(t *testing.T) {
	s := newSite(t)
	bodies, paths := lockedBodies()
	s.deliver(append(bouncedLife(testTransfer), bodies...)...)
	agent := s.signIn(auth.Agent)
	for _, path := range paths {
		doc := agent.page("/activity/" + path)
		lifted := strings.HasSuffix(path, "lifted-card") // it can be used again; only its history is locked
		if title := doc.Find("title").Text(); !strings.HasPrefix(title, "Handled by compliance") && !lifted {
			t.Errorf("%s: the title is %q", path, title)
		}
		if text := doc.Find("main").Text(); !strings.Contains(strings.ToLower(text), "handled by compliance") {
			t.Errorf("%s says %q", path, text)
		}
	}
	if also := testid(agent.page("/transfers/49983981"), "also"); !strings.Contains(also, "handled by compliance") {
		t.Errorf("beside the transfer stands %q", also)
	}
}

// around is what stands about the first locked word of a text.
func around(text string) string {
	at := lockedWord.FindStringIndex(text)
	return text[max(0, at[0]-80):min(len(text), at[1]+40)]
}

// TestALockedSupportCaseIsNotFoundBySearch: an agent who has its number learns
// nothing more by searching than that nothing was found; one that is not locked is.
func TestALockedSupportCaseIsNotFoundBySearch(t *testing.T) {
	s := newSite(t)
	open := sealed("partner-support#case-changed", "2.0.0", `{"resource":{"case_id":9100,"case_type":"GENERAL_ENQUIRY","details":{"transfer_id":null,"user_id":1,"profile_id":16055450},"status":"OPEN","type":"partner-support-case"},"type":"NEW_CASE","occurred_at":"2026-11-20T10:00:00Z"}`, "2026-11-20T10:00:01Z")
	locked := strings.NewReplacer("9100", "9101", "GENERAL_ENQUIRY", "SANCTIONS").Replace(open)
	s.deliver(open, locked)
	agent := s.signIn(auth.Agent)
	if to := agent.get("/search?q=9100").Header.Get("Location"); to != "/activity/support_case/9100" {
		t.Errorf("a case that is open to the desk leads to %q", to)
	}
	if answer := agent.get("/search?q=9101"); answer.StatusCode != 200 || strings.Contains(body(t, answer), "/activity/") {
		t.Errorf("a locked case is found: %d", answer.StatusCode)
	}
}
