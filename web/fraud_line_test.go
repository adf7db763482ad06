package web

import (
	"net/http"
	"testing"

	"transferdesk/internal/auth"
)

func TestTheFraudLineIsOnEveryPageOfTheDesk(t *testing.T) {
	s := newSite(t, func(cfg *Config) {
		cfg.FraudLine, cfg.FraudLineText = "extension <4242>", "Say: “I am putting you through.”"
	})
	s.deliver(payoutFailure(testTransfer, "SENDER_REQUESTED_TO_CANCEL", "cancelled", ago(5e12)), payoutFailure(testTransfer+1, "WRONG_BANK_CODE", "wrong", ago(5e12)))
	agent := s.signIn(auth.Agent)
	for _, path := range []string{"/", "/bounced", "/cases", "/events", "/events/1", "/transfers/49983981", "/search?q=nothing", "/customers/999"} {
		doc := s.document(agent.get(path), statusOf(path))
		line := doc.Find("header details[data-testid=fraud-line]")
		if line.Length() != 1 || line.Find("summary").Length() != 1 || line.Find("#fraud-steps").Length() != 1 {
			t.Fatalf("%s: the fraud line stands there %d times", path, line.Length())
		}
		wants(t, path, folded(line.Text()), "I did not make this payment", "I was told to pay", "I did not cancel", "I think I was scammed", "Stop the normal script", "extension <4242>", "Say: “I am putting you through.”")
	}
	if n := s.nobody().page("/login").Find("[data-testid=fraud-line]").Length(); n != 0 {
		t.Error("a stranger is shown the fraud line")
	}
	pointed := func(path string) int {
		return agent.page(path).Find(`[data-testid=failure] .desk-only a[href="#fraud-steps"]`).Length()
	}
	if pointed("/transfers/49983981") != 1 || pointed("/transfers/49983982") != 0 {
		t.Error("a failure that calls for care does not point at the fraud line, or another does")
	}
}

// statusOf is what a path answers here.
func statusOf(path string) int {
	if path == "/customers/999" {
		return http.StatusNotFound
	}
	return http.StatusOK
}

func TestWithoutAFraudLineThePageNamesTheSetting(t *testing.T) {
	s := newSite(t)
	doc := s.signIn(auth.Agent).page("/")
	wants(t, "the fraud line", testid(doc, "fraud-unset"), "No number is set", "--fraud-line", "TRANSFERDESK_FRAUD_LINE")
	if testid(doc, "fraud-number") != "" {
		t.Error("a number is shown")
	}
}
