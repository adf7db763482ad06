package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/legacy"
	"github.com/google/go-cmp/cmp"

	"transferdesk/internal/auth"
)

// document loads and checks the contract.
func document(t *testing.T) (*openapi3.T, routers.Router) {
	t.Helper()
	doc, err := openapi3.NewLoader().LoadFromData(contract)
	must(t, err)
	must(t, doc.Validate(context.Background()))
	router, err := legacy.NewRouter(doc)
	must(t, err)
	return doc, router
}

// conforms holds a real answer against the contract and gives its body.
func (s *site) conforms(router routers.Router, answer *http.Response) string {
	s.t.Helper()
	text := body(s.t, answer)
	req, err := http.NewRequest(answer.Request.Method, answer.Request.URL.RequestURI(), nil)
	must(s.t, err)
	found, params, err := router.FindRoute(req)
	if err != nil {
		s.t.Errorf("%s is not in the contract: %v", req.URL, err)
		return text
	}
	err = openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: req, PathParams: params, Route: found},
		Status:                 answer.StatusCode,
		Header:                 answer.Header,
		Body:                   io.NopCloser(bytes.NewReader([]byte(text))),
		Options:                &openapi3filter.Options{IncludeResponseStatus: true, MultiError: true},
	})
	if err != nil {
		s.t.Errorf("%s: %d does not keep the contract: %v\n%s", req.URL, answer.StatusCode, err, text)
	}
	var value any
	if json.Unmarshal([]byte(text), &value) == nil && req.URL.Path != "/api/v1/openapi.json" {
		for _, wrong := range unaddressed(value, "") {
			s.t.Errorf("%s%s", req.URL, wrong)
		}
	}
	return text
}

func TestTheContractNamesExactlyTheRoutesOfTheAPI(t *testing.T) {
	doc, _ := document(t)
	want := map[string]bool{}
	for _, r := range newSite(t).server.routes() {
		if !strings.HasPrefix(r.path, "/api/") {
			continue
		}
		parts := strings.Split(r.path, "/")
		for i, part := range parts {
			if name, ok := strings.CutPrefix(part, ":"); ok {
				parts[i] = "{" + name + "}"
			}
		}
		want[r.method+" "+strings.Join(parts, "/")] = true
	}
	got := map[string]bool{}
	for path, item := range doc.Paths.Map() {
		for method := range item.Operations() {
			got[method+" "+path] = true
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("routes (-) against the contract (+)\n%s", d)
	}
}

func TestRealAnswersKeepTheContract(t *testing.T) {
	_, router := document(t)
	s := newSite(t)
	s.problems()
	s.deliver(userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", ago(48*time.Hour)), `not json`,
		sealed("cards#no-such-type", "1.0.0", `{"resource":{"id":5}}`, ago(time.Hour)),
		payoutFailure(106, "A_NEW_CODE", "Wise's own words", ago(time.Hour)))
	s.deliver(wholeCustomer()...)
	locked, paths := lockedBodies()
	s.deliver(locked...)
	for _, role := range auth.Roles() {
		token := s.token(role)
		for path, want := range map[string]int{
			"/api/v1/openapi.json": 200, "/api/v1/transfers/101": 200, "/api/v1/transfers/102": 200, "/api/v1/transfers/103": 200,
			"/api/v1/transfers/105": 200, "/api/v1/transfers/106": 200, "/api/v1/transfers/999": 404, "/api/v1/transfers/x": 400,
			"/api/v1/customers/16055450": 200, "/api/v1/customers/1": 404, "/api/v1/customers/16055450?cursor=x": 400,
			"/api/v1/users/7788991": 200, "/api/v1/users/1": 404, "/api/v1/search?q=101": 200, "/api/v1/search": 200,
			"/api/v1/search?q=16055450+7788991": 200, "/api/v1/bounced": 200, "/api/v1/bounced?assignee=none&assignee=7": 200, "/api/v1/bounced?assignee=me": 400, "/api/v1/bounced?assignee=-1": 400, "/api/v1/bounced?stage=failed&stage=returned": 200,
			"/api/v1/bounced?stage=x": 400, "/api/v1/events": 200, "/api/v1/events?status=kept": 200, "/api/v1/events?status=x": 400,
			"/api/v1/activity/card/" + testCard: 200, "/api/v1/activity/swift_credit/12346": 200, "/api/v1/activity/settlement/TPFB2222222": 200,
			"/api/v1/activity/" + paths[0]: 200, "/api/v1/activity/" + paths[len(paths)-1]: 200,
			"/api/v1/activity/card/none": 404, "/api/v1/activity/no_kind/1": 404,
			"/api/v1/events/1": 200, "/api/v1/events/2": 200, "/api/v1/events/99999": 404,
		} {
			answer := s.call(token, path)
			if answer.StatusCode != want {
				t.Errorf("%s as %s: got %d, want %d", path, role, answer.StatusCode, want)
			}
			s.conforms(router, answer)
		}
	}
	if answer := s.call("", "/api/v1/transfers/101"); answer.StatusCode != http.StatusUnauthorized || answer.Header.Get("WWW-Authenticate") == "" {
		t.Errorf("without a token: got %d, WWW-Authenticate %q", answer.StatusCode, answer.Header.Get("WWW-Authenticate"))
	} else {
		s.conforms(router, answer)
	}
}

func TestTheContractRefusesAnAnswerThatIsNotInIt(t *testing.T) {
	doc, _ := document(t)
	for name, text := range map[string]string{
		"a field too many": `{"query":"","interpreted":[],"results":[],"more":1}`,
		"a field missing":  `{"query":"","interpreted":[]}`,
		"a wrong type":     `{"query":1,"interpreted":[],"results":[]}`,
	} {
		var value any
		must(t, json.Unmarshal([]byte(text), &value))
		if doc.Components.Schemas["Search"].Value.VisitJSON(value) == nil {
			t.Errorf("%s: the schema takes it, so it guards nothing", name)
		}
	}
}

// fetch reads JSON into a map.
func (s *site) fetch(token, path string) map[string]any {
	s.t.Helper()
	answer := s.call(token, path)
	var value map[string]any
	if err := json.NewDecoder(answer.Body).Decode(&value); err != nil || answer.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: got %d, %v", path, answer.StatusCode, err)
	}
	return value
}

func TestTheJSONOfATransferSaysWhatThePageSays(t *testing.T) {
	s := newSite(t)
	s.deliver(refundedLife(testTransfer)...)
	s.post(refundedLife(testTransfer)[0], "again")
	s.deliver()
	page := s.signIn(auth.Agent).page("/transfers/49983981")
	got := s.fetch(s.token(auth.Agent), "/api/v1/transfers/49983981")

	said := got["answer"].(map[string]any)
	if said["headline"] != testid(page, "answer") || said["code"] != "refunded" {
		t.Errorf("answer: got %v, want the page's %q", said, testid(page, "answer"))
	}
	if text, _ := said["customer_text"].(string); text == "" || !strings.Contains(testid(page, "customer-text"), text) {
		t.Errorf("customer_text: got %q, want the page's %q", text, testid(page, "customer-text"))
	}
	if got["state"] != "funds_refunded" || got["state_label"] != "Refunded" || got["bounced"] != true {
		t.Errorf("state: got %v %v bounced %v", got["state"], got["state_label"], got["bounced"])
	}
	refund := got["refunds"].([]any)[0].(map[string]any)
	beside := refund["difference"].(map[string]any)
	delete(refund, "difference")
	if d := cmp.Diff(map[string]any{"amount": "1247.50", "currency": "EUR", "occurred_at": "2026-11-19T08:00:00Z", "taken_back": false, "evidence": []any{11.0}}, refund); d != "" {
		t.Errorf("refund (-want +got)\n%s", d)
	}
	if beside["compared"] != "less" || beside["amount"] != "2.50" || !strings.Contains(testid(page, "refund-beside"), beside["text"].(string)) {
		t.Errorf("beside what was sent: %v, and the page says %q", beside, testid(page, "refund-beside"))
	}
	first := got["timeline"].([]any)[0].(map[string]any)
	if first["kind"] != "state_change" || first["to"] != "incoming_payment_waiting" || first["from"] != nil || first["repeats"] != 1.0 || first["event_id"] != 1.0 {
		t.Errorf("timeline: the first entry is %v, want the creation, seen twice", first)
	}
}

func TestTheJSONOfAUserCountsTheNinetyDays(t *testing.T) {
	s := newSite(t)
	s.deliver(userChanged(testUser, "ACTIVE", "WITHDRAW_ONLY", "ACCOUNT_SUSPENSION", "2026-11-20T10:00:00Z"))
	got := s.fetch(s.token(auth.Agent), "/api/v1/users/7788991")
	if got["state"] != "WITHDRAW_ONLY" || got["until"] != "2027-02-18" || got["appealable"] != true || got["since"] != "2026-11-20T10:00:00Z" {
		t.Errorf("got %v, want WITHDRAW_ONLY until 2027-02-18, appealable", got)
	}
	doc := s.signIn(auth.Agent).page("/users/7788991")
	if text := testid(doc, "account-state"); !strings.Contains(text, "18 Feb 2027") || !strings.Contains(text, "89 days") {
		t.Errorf("the page says %q, want 18 Feb 2027, in 89 days", text)
	}
}

func TestAgentsTokensGetEventsMaskedAndLeadsGetThemWhole(t *testing.T) {
	s := newSite(t)
	s.deliver(payoutFailure(testTransfer, "WRONG_NAME", "Name of Erika Mustermann is wrong", ago(5e12)))
	for role, masked := range map[auth.Role]bool{auth.Agent: true, auth.Lead: false, auth.Admin: false} {
		got := s.fetch(s.token(role), "/api/v1/events/1")
		if got["masked"] != masked || strings.Contains(got["body"].(string), "Erika") == masked {
			t.Errorf("%s: got masked %v, body %v", role, got["masked"], got["body"])
		}
	}
	if got := s.recorded(auth.RevealRaw); len(got) != 2 {
		t.Errorf("recorded %q, want the two reveals", got)
	}
	if got := s.recorded(auth.ViewEvent); len(got) != 1 {
		t.Errorf("recorded %q, want the one view", got)
	}
}

func TestAnErrorInJSONHasOneShape(t *testing.T) {
	s := newSite(t)
	token := s.token(auth.Agent)
	for path, code := range map[string]string{"/api/v1/transfers/1": "not_found", "/api/v1/transfers/x": "invalid", "/api/v1/no/such": "not_found"} {
		answer := s.call(token, path)
		var got struct {
			Error struct {
				Code, Message string
				RequestID     string `json:"request_id"`
			}
		}
		if err := json.NewDecoder(answer.Body).Decode(&got); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if got.Error.Code != code || got.Error.Message == "" || got.Error.RequestID != answer.Header.Get("X-Request-ID") {
			t.Errorf("%s: got %+v, want the code %s and the request id", path, got, code)
		}
		if kind := answer.Header.Get("Content-Type"); !strings.HasPrefix(kind, "application/json") {
			t.Errorf("%s: got %s, want JSON", path, kind)
		}
	}
}
