package simserver_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"transferdesk/internal/wise/simserver"
)

// populated is a world in which every operation has something to answer with.
func populated(t *testing.T) *sim {
	s := open(t, func(o *simserver.Options) { o.Speed = 1e9 })
	third := one(2, "outgoing_payment_sent")
	third.Originator, third.TargetCurrency = "Olga Originator", "USD"
	s.AddTransfer(one(1, "outgoing_payment_sent"))
	s.AddTransfer(third)
	s.AddTransfer(simserver.Transfer{ID: 3, Profile: firms, Status: "processing"})
	s.AddTransfer(simserver.Transfer{ID: 4, Profile: usual, Status: "outgoing_payment_sent"})
	s.AddTransfer(simserver.Transfer{ID: 5, Profile: adas})
	for id := int64(6); id < 10; id++ {
		s.AddTransfer(one(id, "incoming_payment_waiting"))
	}
	cancelled := one(10, "incoming_payment_waiting")
	cancelled.Originator = "Olga Originator"
	s.AddTransfer(cancelled)
	s.AddSubscription(simserver.Subscription{ID: "0ff5ae1e-0000-4000-8000-000000000001", Name: "one", TriggerOn: "transfers#refund", Version: "2.0.0", URL: "https://a.example/"})
	s.AddSubscription(simserver.Subscription{ID: "0ff5ae1e-0000-4000-8000-000000000002", Name: "two", TriggerOn: "transfers#refund", Version: "2.0.0", URL: "https://a.example/", Profile: adas, User: ada})
	s.AddCase(simserver.SupportCase{Profile: adas, User: ada, Transfer: 1, Type: "SANCTIONS", SubType: "RECIPIENT_SANCTION_HIT", Text: "Who is the recipient?"})
	s.pass(48 * time.Hour)
	return s
}

// Every operation of the list, with requests whose answers have every field once.
var examples = map[string][]string{
	"GET /transfers":                                      {"/v1/transfers?profile=601", "/v1/transfers"},
	"GET /transfers/{transferId}":                         {"/v1/transfers/1", "/v1/transfers/2", "/2026Q3/transfers/3"},
	"PUT /transfers/{transferId}/cancel":                  {"/v1/transfers/5/cancel", "/v1/transfers/6/cancel", "/v1/transfers/10/cancel"},
	"GET /transfers/{transferId}/receipt.pdf":             {"/v1/transfers/1/receipt.pdf"},
	"GET /transfers/{transferId}/us-combined-receipt.pdf": {"/v1/transfers/4/us-combined-receipt.pdf"},
	"GET /transfers/{transferId}/payments":                {"/v1/transfers/1/payments"},
	"GET /transfers/{transferId}/invoices/bankingpartner": {"/v2/transfers/1/invoices/bankingpartner", "/v2/transfers/2/invoices/bankingpartner"},
	"GET /delivery-estimates/{transferId}":                {"/v1/delivery-estimates/1?timezone=Asia/Singapore"},
	"GET /profiles":                                       {"/v2/profiles"},
	"GET /profiles/{profileId}":                           {"/v2/profiles/601", "/v2/profiles/603"},
	"GET /accounts/{accountId}":                           {"/v2/accounts/701"},
	"GET /me":                                             {"/v1/me"},
	"GET /users/{userId}":                                 {"/v1/users/501"},

	"POST /applications/{clientKey}/subscriptions":                                     {"/v3/applications/key/subscriptions"},
	"GET /applications/{clientKey}/subscriptions":                                      {"/v3/applications/key/subscriptions"},
	"GET /applications/{clientKey}/subscriptions/{subscriptionId}":                     {"/v3/applications/key/subscriptions/0ff5ae1e-0000-4000-8000-000000000001"},
	"POST /applications/{clientKey}/subscriptions/{subscriptionId}/test-notifications": {"/v3/applications/key/subscriptions/0ff5ae1e-0000-4000-8000-000000000001/test-notifications"},
	"DELETE /applications/{clientKey}/subscriptions/{subscriptionId}":                  {"/v3/applications/key/subscriptions/0ff5ae1e-0000-4000-8000-000000000001"},
	"POST /profiles/{profileId}/subscriptions":                                         {"/v3/profiles/601/subscriptions"},
	"GET /profiles/{profileId}/subscriptions":                                          {"/v3/profiles/601/subscriptions"},
	"GET /profiles/{profileId}/subscriptions/{subscriptionId}":                         {"/v3/profiles/601/subscriptions/0ff5ae1e-0000-4000-8000-000000000002"},
	"DELETE /profiles/{profileId}/subscriptions/{subscriptionId}":                      {"/v3/profiles/601/subscriptions/0ff5ae1e-0000-4000-8000-000000000002"},

	"POST /cases":                   {"/cases"},
	"GET /cases/{caseId}":           {"/cases/7000000"},
	"POST /cases/{caseId}/messages": {"/cases/7000000/messages"},

	"GET /simulation/transfers/{transferId}/{status}":        {"/v1/simulation/transfers/7/processing"},
	"POST /simulation/transfers/{transferId}/payout-failure": {"/v1/simulation/transfers/1/payout-failure"},
	"POST /simulation/balance/topup":                         {"/v1/simulation/balance/topup"},
}

// bodies are what is sent with the operations that need something.
var bodies = map[string]string{
	"POST /applications/{clientKey}/subscriptions": `{"name":"n","trigger_on":"transfers#state-change","delivery":{"version":"2.0.0","url":"http://a.example/"}}`,
	"POST /profiles/{profileId}/subscriptions":     `{"name":"n","trigger_on":"transfers#state-change","delivery":{"version":"2.0.0","url":"http://a.example/"}}`,
	"POST /cases":                   `{"type":"GENERAL_ENQUIRY","subject":"Where is it","details":{"transferId":1,"profileId":601,"userId":501},"externalId":"DESK-1","description":"It did not arrive"}`,
	"POST /cases/{caseId}/messages": `{"type":"FREEFORM","submissionData":{"freeText":"More"}}`,
	"POST /simulation/transfers/{transferId}/payout-failure": `{"failure_reason_code":"WRONG_NAME"}`,
	"POST /simulation/balance/topup":                         `{"profileId":601,"balanceId":4,"currency":"EUR","amount":10.50,"channel":"TRANSFER"}`,
}

func TestEveryOperationAnswersAsItIsListed(t *testing.T) {
	for operation, listed := range facts(t) {
		if operation == "POST /oauth/token" {
			continue // a form with a password: TestTokensAreAsListed
		}
		t.Run(operation, func(t *testing.T) {
			var answers []string
			for _, path := range examples[operation] {
				s := populated(t)
				method, _, _ := strings.Cut(operation, " ")
				got := s.ask(s.token(listed[0].auth), method, path, bodies[operation])
				if want := listed[0].status; got.status != map[string]int{"200": 200, "201": 201, "204": 204}[want] {
					t.Fatalf("%s: %d %s, want %s", path, got.status, got.body, want)
				}
				if got.header.Get("Content-Type") == "application/json" {
					answers = append(answers, got.body)
				}
			}
			if len(examples[operation]) == 0 {
				t.Fatal("no example")
			}
			if len(listed) == 1 && listed[0].field == "" {
				return // a PDF, or an answer of which nothing is said
			}
			for _, broken := range breaches(listed, answers...) {
				t.Error(broken)
			}
		})
	}
}

// token gives a token that the operation takes: a personal one sees everything.
func (s *sim) token(auth []string) string {
	switch auth[0] {
	case "PersonalToken":
		return "personal"
	case "UserToken":
		return s.user("ada-1")
	default:
		return s.application()
	}
}

func TestTokensAreAsListed(t *testing.T) {
	s := open(t, nil)
	listed := facts(t)["POST /oauth/token"]
	user := s.exchange("client", "secret", "grant_type=refresh_token&refresh_token=ada-1")
	for _, broken := range breaches(listed, user.body) {
		t.Error(broken)
	}
	application := s.exchange("client", "secret", "grant_type=client_credentials")
	for _, broken := range breaches(listed, application.body) {
		if !strings.HasPrefix(broken, "refresh_token") {
			t.Error(broken)
		}
	}
}

func TestEveryOperationTakesOnlyTheTokensThatAreListed(t *testing.T) {
	s := populated(t)
	tokens := map[string]string{"PersonalToken": "personal", "UserToken": s.user("bob-1"), "ClientCredentialsToken": s.application()}
	for operation, listed := range facts(t) {
		method, _, _ := strings.Cut(operation, " ")
		for kind, token := range tokens {
			if operation == "POST /oauth/token" || strings.Contains(strings.Join(listed[0].auth, ","), kind) {
				continue
			}
			if got := s.ask(token, method, examples[operation][0], bodies[operation]); got.status != http.StatusForbidden {
				t.Errorf("%s with a %s: %d", operation, kind, got.status)
			}
		}
		if operation != "POST /oauth/token" {
			if got := s.ask("", method, examples[operation][0], bodies[operation]); got.status != http.StatusUnauthorized {
				t.Errorf("%s without a token: %d", operation, got.status)
			}
		}
	}
}
