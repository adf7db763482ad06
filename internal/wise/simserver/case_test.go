package simserver_test

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"transferdesk/internal/wise"
	"transferdesk/internal/wise/simserver"
)

// enquiry is a case as an application asks for one.
const enquiry = `{"type":"GENERAL_ENQUIRY","subject":"Transfer 1","details":{"transferId":1,"profileId":601,"userId":501},"externalId":"D-1","description":"Where is it?"}`

func TestACaseIsLookedAtAndAnsweredAndToldOf(t *testing.T) {
	s, old, in := open(t, signing(t)), receive(t, 200), receive(t, 200)
	s.AddTransfer(one(1, "outgoing_payment_sent"))
	s.AddSubscription(simserver.Subscription{TriggerOn: "partner-support#case-changed", Version: "2.0.0", URL: old.url})
	s.AddSubscription(simserver.Subscription{TriggerOn: "partner-support#case-changed", Version: "5.0.0", URL: in.url})
	made := s.ask(s.application(), http.MethodPost, "/cases", enquiry)
	if made.status != 200 || made.text(t, "status") != "CREATING" {
		t.Fatalf("%d %s", made.status, made.body)
	}
	told := map[string]bool{}
	for range 3 {
		got := in.next(t)
		for _, status := range []string{"CREATING", "IN_REVIEW", "WAITING_CUSTOMER_INPUT"} {
			told[status] = told[status] || strings.Contains(string(got.body), `"status":"`+status)
		}
		if got.Verdict != wise.Readable || got.ProfileID != adas || strings.Contains(string(got.body), "Where is it") {
			t.Errorf("%s", got.body)
		}
		if got := old.next(t); got.UserID != ada || got.TransferID != 1 {
			t.Errorf("of the older version: %s", got.body)
		}
	}
	if len(told) != 3 || !told["CREATING"] || !told["IN_REVIEW"] || !told["WAITING_CUSTOMER_INPUT"] {
		t.Errorf("told: %v", told)
	}
	path := "/cases/" + made.text(t, "id")
	if got := s.ask(s.application(), http.MethodGet, path, ""); !strings.Contains(got.body, "Where is it?") || !strings.Contains(got.body, `"referenceId":"1"`) {
		t.Errorf("the case: %s", got.body)
	}
	if got := s.ask(s.application(), http.MethodPost, path+"/messages", `{"type":"FREEFORM","submissionData":{"freeText":"By e-mail"}}`); got.status != 201 || got.text(t, "author") != "PARTNER" {
		t.Errorf("a message: %d %s", got.status, got.body)
	}
	in.next(t)
	if got := in.next(t); !strings.Contains(string(got.body), "RESOLVED") {
		t.Errorf("afterwards: %s", got.body)
	}
	if got := s.ask(s.application(), http.MethodPost, path+"/messages", `{"type":"FREEFORM","submissionData":{"freeText":"Thanks"}}`); got.status != 422 {
		t.Errorf("a message to a solved case: %d %s", got.status, got.body)
	}
}

func TestWhatIsMissingInACaseIsSaid(t *testing.T) {
	s := open(t, nil)
	s.AddTransfer(one(1, "processing"))
	for old, field := range map[string]string{
		`"subject":"Transfer 1"`: "subject", `"description":"Where is it?"`: "description", `"userId":501`: "details.userId", `"transferId":1`: "details.transferId", `GENERAL_ENQUIRY`: "type",
	} {
		body := strings.Replace(strings.Replace(enquiry, old, `"x":1`, 1), `""x":1"`, `"no"`, 1)
		if field == "details.transferId" {
			body = strings.Replace(enquiry, old, `"transferId":99`, 1)
		}
		if got := s.ask(s.application(), http.MethodPost, "/cases", body); got.status != 400 || !strings.Contains(got.body, `"field":"`+field) {
			t.Errorf("%s: %d %s", field, got.status, got.body)
		}
	}
	for path, want := range map[string]int{"/cases/1": 404, "/cases/7000009": 404} {
		if got := s.ask(s.application(), http.MethodGet, path, ""); got.status != want {
			t.Errorf("%s: %d", path, got.status)
		}
	}
	if err := s.SetCaseStatus(1, "RESOLVED"); !errors.Is(err, simserver.ErrNoCase) {
		t.Errorf("got %v", err)
	}
}
